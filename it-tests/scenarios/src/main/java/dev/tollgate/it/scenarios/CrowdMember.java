package dev.tollgate.it.scenarios;

import dev.tollgate.source.SessionKey;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/** A user of a crowd. The count of absences is odd while they are away. */
record CrowdMember(String name, AtomicInteger counted, AtomicLong revocableFrom, ReentrantLock coming) {

    /** A token that is revoked as soon as it is there may be refused to its user. */
    private static final long BETWEEN_REVOCATIONS = TimeUnit.SECONDS.toNanos(1);

    private static final AtomicInteger CALLS = new AtomicInteger();

    CrowdMember(String name) {
        this(name, new AtomicInteger(), new AtomicLong(System.nanoTime()), new ReentrantLock());
    }

    SessionKey key() {
        return SessionKey.of(name);
    }

    Call begins() {
        return new Call(CALLS.incrementAndGet(), counted.get());
    }

    boolean wasAwaySince(Call call) {
        return call.absences % 2 == 1 || counted.get() != call.absences;
    }

    /** Does {@code work} unless somebody else is signing this user out. */
    void away(Work work) throws Exception {
        if (coming.tryLock()) {
            counted.incrementAndGet();
            try {
                work.run();
            } finally {
                counted.incrementAndGet();
                coming.unlock();
            }
        }
    }

    boolean mayBeRevoked() {
        long from = revocableFrom.get();
        long now = System.nanoTime();
        return now - from >= 0 && revocableFrom.compareAndSet(from, now + BETWEEN_REVOCATIONS);
    }

    /** A call that has begun when its user had been away so often. */
    record Call(int number, int absences) {}

    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }
}
