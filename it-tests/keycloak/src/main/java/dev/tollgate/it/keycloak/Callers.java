package dev.tollgate.it.keycloak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Many callers at once, each of which calls again and again until its first failure or until it is told to stop. */
public final class Callers implements AutoCloseable {

    private static final long PAUSE = Duration.ofMillis(20).toNanos();

    private final ExecutorService threads;
    private final AtomicInteger calls = new AtomicInteger();
    private final List<CompletableFuture<Throwable>> failures;
    private volatile boolean stopped;

    /** Starts {@code count} of them. */
    public Callers(int count, Runnable call) {
        threads = Executors.newFixedThreadPool(count);
        failures = IntStream.range(0, count)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> callUntilFailure(call), threads))
                .toList();
    }

    private Throwable callUntilFailure(Runnable call) {
        while (!stopped) {
            try {
                call.run();
                calls.incrementAndGet();
            } catch (RuntimeException e) {
                return e;
            }
            LockSupport.parkNanos(PAUSE);
        }
        return new NoFailure();
    }

    /** How many calls have succeeded. */
    public int calls() {
        return calls.get();
    }

    /** How many callers have not failed yet. */
    public long callingStill() {
        return failures.stream().filter(failure -> !failure.isDone()).count();
    }

    /** Why those have ended that have. */
    public List<Throwable> failuresSoFar() {
        return failures.stream()
                .filter(CompletableFuture::isDone)
                .map(CompletableFuture::join)
                .toList();
    }

    /** Asks all of them to stop. */
    public void stop() {
        stopped = true;
    }

    /** How each caller ended; {@link NoFailure} if it was stopped. */
    public List<Throwable> endings() throws Exception {
        List<Throwable> endings = new ArrayList<>();
        for (CompletableFuture<Throwable> failure : failures) {
            endings.add(failure.get(20, TimeUnit.SECONDS));
        }
        return endings;
    }

    @Override
    public void close() {
        stop();
        threads.shutdownNow();
    }

    /** A caller was stopped before it failed. */
    public static final class NoFailure extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
