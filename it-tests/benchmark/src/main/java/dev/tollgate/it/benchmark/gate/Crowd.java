package dev.tollgate.it.benchmark.gate;

import dev.tollgate.gate.GateThreads;
import dev.tollgate.gate.TokenGate;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Many who wait for one flight: how soon after its end has the last one got its token, and what does a waiter weigh? */
final class Crowd {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long SMALL_STACK = 128 * 1024;

    private final HeldSource source = new HeldSource();
    private final GateThreads threads = Gates.threads();
    private final TokenGate gate = Gates.expired(source, threads);
    private final AtomicInteger served = new AtomicInteger();
    private final AtomicLong lastServed = new AtomicLong(Long.MIN_VALUE);
    private final int size;

    private Crowd(int size) {
        this.size = size;
    }

    /**
     * What was measured.
     *
     * @param size how many waited
     * @param served how many of them got a token
     * @param lastAfterEnd from the end of the flight to the last one of them
     * @param bytesEach on the heap, for each one
     */
    record Measured(int size, int served, Duration lastAfterEnd, long bytesEach) {}

    /** Threads that block. */
    static Measured blocking(int size, ThreadFactory factory) throws InterruptedException {
        Crowd crowd = new Crowd(size);
        Thread[] waiting = new Thread[size];
        return crowd.measure(
                () -> {
                    for (int i = 0; i < size; i++) {
                        waiting[i] = factory.newThread(crowd::block);
                        waiting[i].start();
                    }
                },
                () -> {
                    for (Thread thread : waiting) {
                        thread.join(PATIENCE.toMillis());
                    }
                });
    }

    /** Stages that are completed. */
    static Measured stages(int size) throws InterruptedException {
        Crowd crowd = new Crowd(size);
        CompletableFuture<?>[] waiting = new CompletableFuture<?>[size];
        return crowd.measure(
                () -> {
                    for (int i = 0; i < size; i++) {
                        waiting[i] = crowd.gate
                                .enter(Gates.TRIGGER)
                                .acquire()
                                .thenAccept(grant -> crowd.arrived())
                                .toCompletableFuture();
                    }
                },
                () -> CompletableFuture.allOf(waiting).join());
    }

    static ThreadFactory platformThreads() {
        return task -> new Thread(null, task, "waiter", SMALL_STACK);
    }

    private Measured measure(Runnable come, Awaiting leave) throws InterruptedException {
        long before = usedHeap();
        come.run();
        awaitSeated();
        long bytes = usedHeap() - before;
        long end = System.nanoTime();
        source.answer();
        leave.all();
        threads.close();
        return new Measured(size, served.get(), Duration.ofNanos(lastServed.get() - end), bytes / size);
    }

    private void block() {
        gate.enter(Gates.TRIGGER).await();
        arrived();
    }

    private void arrived() {
        lastServed.accumulateAndGet(System.nanoTime(), Math::max);
        served.incrementAndGet();
    }

    private void awaitSeated() {
        long patience = System.nanoTime() + PATIENCE.toNanos();
        while (gate.status().waiters() < size) {
            if (System.nanoTime() - patience > 0) {
                throw new IllegalStateException(gate.status().waiters() + " of " + size + " wait");
            }
            Thread.onSpinWait();
        }
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private interface Awaiting {
        void all() throws InterruptedException;
    }
}
