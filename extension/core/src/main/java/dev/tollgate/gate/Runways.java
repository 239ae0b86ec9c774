package dev.tollgate.gate;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How many attempts of a realm may be under way at once: sessions that expire together must not storm the token endpoint.
 * Who finds no runway free waits its turn; flights that somebody waits for go first. Safe for use by many threads.
 */
final class Runways {

    private final int count;
    private final GateThreads threads;
    private final Set<Queued> awaited = new LinkedHashSet<>();
    private final Set<Queued> others = new LinkedHashSet<>();
    private int taken;

    Runways(int count, GateThreads threads) {
        this.count = count;
        this.threads = threads;
    }

    /** For a flight that does not ask the token endpoint itself. */
    static Runways unlimited(GateThreads threads) {
        return new Runways(Integer.MAX_VALUE, threads);
    }

    /** Runs {@code takeOff} as soon as a runway is free; it has to {@link #leave} the runway in the end. */
    void enter(Flight flight, Runnable takeOff) {
        Queued queued = new Queued(flight::isAwaited, takeOff);
        flight.whenAwaited(() -> prefer(queued)); // before anybody looks whether it is, or one who comes now is missed
        enter(queued);
    }

    /** The same for what nobody waits for. */
    void enter(Runnable takeOff) {
        enter(new Queued(() -> false, takeOff));
    }

    void enter(Queued flight) {
        if (isFree(flight)) {
            flight.takeOff.run();
        }
    }

    /** Somebody waits for {@code flight} now. */
    synchronized void prefer(Queued flight) {
        if (others.remove(flight)) {
            awaited.add(flight);
        }
    }

    /** Hands the runway to the next in the queue. */
    void leave() {
        Queued next = next();
        if (next != null) {
            handTo(next);
        }
    }

    /** That there is no thread for the next one must not be told to the one before, nor keep the runway. */
    private void handTo(Queued next) {
        try {
            threads.run(next.takeOff);
        } catch (RuntimeException | Error e) {
            handToLater(next);
        }
    }

    private void handToLater(Queued next) {
        try {
            threads.later(Duration.ZERO, next.takeOff);
        } catch (RejectedExecutionException e) {
            // the application has ended
        }
    }

    private synchronized boolean isFree(Queued flight) {
        boolean free = taken < count;
        if (free) {
            taken++;
        } else {
            (flight.isAwaited() ? awaited : others).add(flight);
        }
        return free;
    }

    /** Each flight is looked at once for each time that somebody began to wait for it, however long the queues are. */
    private synchronized @Nullable Queued next() {
        Queued next = poll(awaited);
        while (next != null && !next.isAwaited()) {
            others.add(next);
            next = poll(awaited);
        }
        if (next == null) {
            next = poll(others);
        }
        if (next == null) {
            taken--;
        }
        return next;
    }

    private static @Nullable Queued poll(Set<Queued> queue) {
        Iterator<Queued> queued = queue.iterator();
        if (!queued.hasNext()) {
            return null;
        }
        Queued next = queued.next();
        queued.remove();
        return next;
    }

    /** One that waits for a runway; equal only to itself. */
    static final class Queued {
        private final BooleanSupplier awaited;
        private final Runnable takeOff;

        Queued(BooleanSupplier awaited, Runnable takeOff) {
            this.awaited = awaited;
            this.takeOff = takeOff;
        }

        private boolean isAwaited() {
            return awaited.getAsBoolean();
        }
    }
}
