package dev.tollgate.gate;

import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Makes a thread for a task only if none is idle; once there are as many as there may be, tasks wait for one. */
final class ThreadsAsNeeded extends ThreadPoolExecutor {

    ThreadsAsNeeded(int most, ThreadFactory factory) {
        super(
                0,
                most,
                PooledGateThreads.IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ToIdleThreads(),
                factory,
                (task, pool) -> queue(task, (ThreadsAsNeeded) pool));
    }

    private static void queue(Runnable task, ThreadsAsNeeded pool) {
        pool.getQueue().add(task);
        // it may have ended meanwhile, and then nothing takes what waits there
        if (pool.isShutdown() && pool.remove(task)) {
            throw new RejectedExecutionException();
        }
    }

    /** Takes by {@code offer} only what an idle thread takes from it at once. */
    @SuppressWarnings("serial") // it is never written
    private static final class ToIdleThreads extends LinkedTransferQueue<Runnable> {

        @Override
        public boolean offer(Runnable task) {
            return tryTransfer(task);
        }
    }
}
