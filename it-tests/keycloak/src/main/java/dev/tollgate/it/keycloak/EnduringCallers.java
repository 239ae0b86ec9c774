package dev.tollgate.it.keycloak;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Many callers at once, whom no failure discourages: each is written down. */
public final class EnduringCallers implements AutoCloseable {

    private static final long PAUSE = Duration.ofMillis(20).toNanos();

    /** A call that failed, when it was made and when it ended. */
    public record Failed(Instant from, Instant until, RuntimeException why) {}

    private final ExecutorService threads;
    private final AtomicInteger calls = new AtomicInteger();
    private final Queue<Failed> failed = new ConcurrentLinkedQueue<>();
    private volatile boolean stopped;

    /** Starts {@code count} of them. */
    public EnduringCallers(int count, Runnable call) {
        threads = Executors.newFixedThreadPool(count);
        for (int i = 0; i < count; i++) {
            threads.execute(() -> callUntilStopped(call));
        }
    }

    private void callUntilStopped(Runnable call) {
        while (!stopped) {
            Instant from = Instant.now();
            try {
                call.run();
                calls.incrementAndGet();
            } catch (RuntimeException e) {
                failed.add(new Failed(from, Instant.now(), e));
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    /** How many calls have succeeded. */
    public int calls() {
        return calls.get();
    }

    /** The calls that have failed so far. */
    public List<Failed> failed() {
        return List.copyOf(failed);
    }

    @Override
    public void close() {
        stopped = true;
        threads.shutdownNow();
    }
}
