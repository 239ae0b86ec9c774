package dev.tollgate.gate;

import java.time.Duration;
import java.util.concurrent.ThreadFactory;

/**
 * The threads of a gate: flights run here and nowhere else, so that they can not starve behind the very callers that wait
 * for them. A container supplies its own by wrapping its thread factory. Safe for use by many threads.
 */
public interface GateThreads extends AutoCloseable {

    /** Runs {@code flight} soon, on a thread on which it may block. */
    void run(Runnable flight);

    /** Runs {@code task}, which must not block, once {@code delay} has passed. */
    Timer later(Duration delay, Runnable task);

    /**
     * Ends the threads: what runs on one is interrupted, what waits for one is dropped, timers that are left run at once, on
     * the thread that closes. Afterwards there are none: what is asked for is refused with a
     * {@link java.util.concurrent.RejectedExecutionException}.
     */
    @Override
    void close();

    /** A task that has been scheduled. */
    @FunctionalInterface
    interface Timer {
        /** Drops the task if it has not run yet. */
        void cancel();
    }

    /**
     * At most {@code flights} flight threads and one timer thread made by {@code factory}, each ended when idle. There should
     * be {@link TokenGates#THREADS_BESIDE_FLIGHTS} more than flights may be under way.
     */
    static GateThreads of(ThreadFactory factory, int flights) {
        return new PooledGateThreads(factory, flights);
    }

    /** As many threads made by {@code factory} as there are tasks under way, {@code most} of them, each ended when idle. */
    static GateThreads asNeeded(ThreadFactory factory, int most) {
        return new PooledGateThreads(new ThreadsAsNeeded(most, factory), factory);
    }
}
