package dev.tollgate.gate;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
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
    private final Deque<Queued> queue = new ArrayDeque<>();
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
        enter(new Queued(flight::isAwaited, takeOff));
    }

    /** The same for what nobody waits for. */
    void enter(Runnable takeOff) {
        enter(new Queued(() -> false, takeOff));
    }

    private void enter(Queued flight) {
        if (isFree(flight)) {
            flight.takeOff.run();
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
            queue.add(flight);
        }
        return free;
    }

    private synchronized @Nullable Queued next() {
        for (Iterator<Queued> queued = queue.iterator(); queued.hasNext(); ) {
            Queued next = queued.next();
            if (next.awaited.getAsBoolean()) {
                queued.remove();
                return next;
            }
        }
        Queued next = queue.poll();
        if (next == null) {
            taken--;
        }
        return next;
    }

    private record Queued(BooleanSupplier awaited, Runnable takeOff) {}
}
