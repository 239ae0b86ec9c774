package dev.tollgate.gate;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

final class PooledGateThreads implements GateThreads {

    private static final long IDLE_SECONDS = 10;

    private final ThreadPoolExecutor flights;
    private final ScheduledThreadPoolExecutor timers;

    PooledGateThreads(ThreadFactory factory, int size) {
        flights = new ThreadPoolExecutor(
                size, size, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
        flights.allowCoreThreadTimeOut(true);
        timers = new ScheduledThreadPoolExecutor(1, factory);
        timers.setRemoveOnCancelPolicy(true);
        timers.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        timers.allowCoreThreadTimeOut(true);
    }

    @Override
    public void run(Runnable flight) {
        flights.execute(flight);
    }

    @Override
    public Timer later(Duration delay, Runnable task) {
        Future<?> scheduled = timers.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> scheduled.cancel(false);
    }

    @Override
    public void close() {
        flights.shutdownNow();
        timers.shutdownNow();
    }
}
