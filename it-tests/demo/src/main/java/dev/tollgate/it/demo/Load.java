package dev.tollgate.it.demo;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** The callers: each calls, looks at its answer, pauses, and calls again. Every fourth is a guest. */
final class Load implements AutoCloseable {

    private static final long PAUSE = Duration.ofMillis(40).toNanos();
    private static final int GUESTS = 4;

    /** One call that was answered rightly. */
    record Call(Instant from, Duration took, boolean guest) {}

    private final Shop shop;
    private final ExecutorService callers;
    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger numbers = new AtomicInteger();
    private volatile boolean stopped;

    Load(Shop shop, int callers) {
        this.shop = shop;
        this.callers = Executors.newFixedThreadPool(callers);
        for (int i = 0; i < callers; i++) {
            boolean guest = i % GUESTS == GUESTS - 1;
            this.callers.execute(() -> callAgainAndAgain(guest));
        }
    }

    private void callAgainAndAgain(boolean guest) {
        while (!stopped) {
            try {
                calls.add(guest ? guestCall() : authenticatedCall());
            } catch (RuntimeException | Error e) { // a caller that dies unseen would be a failure untold
                failures.add(e);
            }
            made.incrementAndGet();
            LockSupport.parkNanos(PAUSE);
        }
    }

    private Call authenticatedCall() {
        int number = numbers.incrementAndGet();
        Instant from = Instant.now();
        JsonObject order = shop.order(number);
        boolean rightly = order.getString("user").equals("alice")
                && order.getString("path").equals("/api/orders/" + number);
        return answered(from, rightly, false);
    }

    private Call guestCall() {
        Instant from = Instant.now();
        String path = shop.catalog().getString("path");
        return answered(from, "/public/catalog".equals(path), true);
    }

    private static Call answered(Instant from, boolean rightly, boolean guest) {
        if (!rightly) {
            throw new IllegalStateException("somebody else's answer");
        }
        return new Call(from, Duration.between(from, Instant.now()), guest);
    }

    int made() {
        return made.get();
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    List<Throwable> failures() {
        return List.copyOf(failures);
    }

    /** Waits until the last call has been answered. */
    @Override
    public void close() {
        stopped = true;
        callers.shutdown();
        try {
            if (!callers.awaitTermination(15, TimeUnit.SECONDS)) {
                failures.add(new IllegalStateException("a call hangs"));
                callers.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
