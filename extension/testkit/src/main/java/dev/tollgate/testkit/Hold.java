package dev.tollgate.testkit;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Makes requests wait inside the server, after they have been recorded and before anything is done about them. */
public final class Hold implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String pathPrefix;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int arrivals;
    private boolean released;

    Hold(String pathPrefix) {
        this.pathPrefix = pathPrefix;
    }

    /** How many requests have arrived at this hold. */
    public int arrivals() {
        lock.lock();
        try {
            return arrivals;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until {@code count} requests have arrived.
     *
     * @throws AssertionError if they have not within ten seconds
     */
    public void awaitArrivals(int count) throws InterruptedException {
        awaitArrivals(count, PATIENCE);
    }

    void awaitArrivals(int count, Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = patience.toNanos();
            while (arrivals < count) {
                if (left <= 0) {
                    throw new AssertionError(arrivals + " of " + count + " requests to " + pathPrefix + " arrived");
                }
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Lets the waiting requests go on, and later ones pass uncounted. */
    public void release() {
        lock.lock();
        try {
            released = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The same as {@link #release()}. */
    @Override
    public void close() {
        release();
    }

    void pass(String path) throws InterruptedException {
        if (!path.startsWith(pathPrefix)) {
            return;
        }
        lock.lockInterruptibly();
        try {
            arrivals += released ? 0 : 1;
            changed.signalAll();
            while (!released) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }
}
