package dev.tollgate.gate;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

final class PooledGateThreads implements GateThreads {

    static final long IDLE_SECONDS = 10;

    private final ThreadPoolExecutor flights;
    private final ScheduledThreadPoolExecutor timers;
    private final Set<Alarm> alarms = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    PooledGateThreads(ThreadFactory factory, int size) {
        this(
                new ThreadPoolExecutor(
                        size, size, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory),
                factory);
        flights.allowCoreThreadTimeOut(true);
    }

    PooledGateThreads(ThreadPoolExecutor flights, ThreadFactory factory) {
        this.flights = flights;
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
        Alarm alarm = new Alarm(task);
        alarms.add(alarm); // before it can run, or it would stay
        Future<?> scheduled = scheduled(alarm, delay);
        if (closed) {
            alarm.run(); // it may have been set too late to be found by the thread that closes
        }
        return () -> {
            alarm.drop();
            scheduled.cancel(false);
        };
    }

    private Future<?> scheduled(Alarm alarm, Duration delay) {
        try {
            return timers.schedule(alarm, delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            alarm.drop();
            throw e;
        }
    }

    /** What timers were to end must end all the same. */
    @Override
    public void close() {
        closed = true;
        flights.shutdownNow();
        timers.shutdownNow();
        alarms.forEach(Alarm::runGuarded);
    }

    /** Runs once, at its time or when the threads end. */
    private final class Alarm implements Runnable {

        private final Runnable task;
        private final AtomicBoolean done = new AtomicBoolean();

        private Alarm(Runnable task) {
            this.task = task;
        }

        @Override
        public void run() {
            if (drop()) {
                task.run();
            }
        }

        boolean drop() {
            alarms.remove(this);
            return done.compareAndSet(false, true);
        }

        void runGuarded() {
            try {
                run();
            } catch (RuntimeException | Error e) {
                System.getLogger(PooledGateThreads.class.getPackageName())
                        .log(Level.DEBUG, "a timer failed as the threads ended", e);
            }
        }
    }
}
