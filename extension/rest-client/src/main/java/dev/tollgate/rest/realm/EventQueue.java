package dev.tollgate.rest.realm;

import dev.tollgate.gate.GateEvent;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Events on their way to observers, one after the other on a thread of its own. Observers that are slower than events come
 * miss the oldest: what is new says more, and memory is not theirs. Safe for use by many threads.
 */
final class EventQueue {

    static final int MOST = 1_000;

    private static final Logger LOG = System.getLogger("dev.tollgate.rest");

    private final String realm;
    private final Executor teller;
    private final Consumer<GateEvent> observers;
    private final Deque<GateEvent> waiting = new ArrayDeque<>();
    private boolean telling;
    private long dropped;

    EventQueue(String realm, Executor teller, Consumer<GateEvent> observers) {
        this.realm = realm;
        this.teller = teller;
        this.observers = observers;
    }

    /** Has {@code event} told when all before it have been. */
    void add(GateEvent event) {
        if (keep(event)) {
            start();
        }
    }

    /** How many events no observer has seen. */
    synchronized long dropped() {
        return dropped;
    }

    private void start() {
        try {
            teller.execute(this::tellAll);
        } catch (RuntimeException e) {
            stop();
            throw e;
        }
    }

    /** Whether nobody is telling yet. */
    private synchronized boolean keep(GateEvent event) {
        if (waiting.size() == MOST) {
            waiting.remove();
            dropped++;
            warnOnce();
        }
        waiting.add(event);
        boolean first = !telling;
        telling = true;
        return first;
    }

    private void warnOnce() {
        if (dropped == 1) {
            LOG.log(
                    Level.WARNING,
                    "realm ''{0}'': {1} events wait for observers that are slower than events come. The oldest are dropped"
                            + " from now on; let observers hand long work over to a thread of their own",
                    realm,
                    MOST);
        }
    }

    private void tellAll() {
        for (GateEvent event = next(); event != null; event = next()) {
            tell(event);
        }
    }

    private void tell(GateEvent event) {
        try {
            observers.accept(event);
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "an event could not be told", e);
        }
    }

    private synchronized @Nullable GateEvent next() {
        GateEvent event = waiting.poll();
        telling = event != null;
        return event;
    }

    private synchronized void stop() {
        telling = false;
    }
}
