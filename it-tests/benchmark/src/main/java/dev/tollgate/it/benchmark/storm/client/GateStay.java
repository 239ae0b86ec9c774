package dev.tollgate.it.benchmark.storm.client;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/** How long the filters that put tokens on kept this thread's last call, and whether it stood still there. */
public final class GateStay {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long LONGER_THAN_ANY_WORK = Duration.ofMillis(50).toNanos();
    private static final ThreadLocal<GateStay> OF_THREAD = ThreadLocal.withInitial(GateStay::new);

    private static volatile boolean countsWaits;

    private long enteredAt;
    private long waitsBefore;
    private long nanos;
    private boolean waited;

    private GateStay() {}

    /** Whether calls are asked if they stood still, which costs some microseconds each. */
    public static void countWaits(boolean count) {
        countsWaits = count;
    }

    /** Of this thread's last call. */
    public static GateStay last() {
        return OF_THREAD.get();
    }

    /** Before a call. */
    public void begin() {
        nanos = 0;
        waited = false;
    }

    /** How long it was. */
    public long nanos() {
        return nanos;
    }

    /** Whether the thread was parked there, or was there for longer than any work takes. */
    public boolean hasWaited() {
        return waited;
    }

    private void enter() {
        waitsBefore = countsWaits ? waits() : 0;
        enteredAt = System.nanoTime();
    }

    private void leave() {
        long stay = System.nanoTime() - enteredAt;
        nanos = Math.max(nanos, stay);
        waited |= stay > LONGER_THAN_ANY_WORK || (countsWaits && waits() != waitsBefore);
    }

    /** Virtual threads, which only carry refreshes, are not watched: their calls are none of the users'. */
    private static long waits() {
        ThreadInfo watched = THREADS.getThreadInfo(Thread.currentThread().getId());
        return watched == null ? 0 : watched.getWaitedCount();
    }

    /** Just before the filters that put tokens on. */
    @Priority(Priorities.AUTHENTICATION - 1)
    public static final class Entry implements ClientRequestFilter {
        @Override
        public void filter(ClientRequestContext request) {
            last().enter();
        }
    }

    /** Just after them. */
    @Priority(Priorities.AUTHENTICATION + 1)
    public static final class Exit implements ClientRequestFilter {
        @Override
        public void filter(ClientRequestContext request) {
            last().leave();
        }
    }
}
