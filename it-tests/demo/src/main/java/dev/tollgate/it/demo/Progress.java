package dev.tollgate.it.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Tells once a second how it goes, and watches for the most callers that wait at once. */
final class Progress implements AutoCloseable {

    private static final Duration WATCH = Duration.ofMillis(2);

    private final Shop shop;
    private final Load load;
    private final PrintStream out;
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
    private final AtomicInteger seconds = new AtomicInteger();
    private final AtomicInteger mostWaiters = new AtomicInteger();

    Progress(Shop shop, Load load, PrintStream out) {
        this.shop = shop;
        this.load = load;
        this.out = out;
        out.printf(
                "%6s %8s %9s %10s %6s %8s  %s%n",
                "second", "calls", "failures", "refreshes", "401s", "waiting", "gate");
        timer.scheduleAtFixedRate(this::tell, 1, 1, TimeUnit.SECONDS);
        timer.scheduleAtFixedRate(this::watch, 0, WATCH.toMillis(), TimeUnit.MILLISECONDS);
    }

    int mostWaiters() {
        return mostWaiters.get();
    }

    private void tell() {
        out.printf(
                "%6d %8d %9d %10d %6d %8d  %s%n",
                seconds.incrementAndGet(),
                load.made(),
                load.failures().size(),
                shop.server().tokens().refreshes(),
                shop.server().resources().rejected(),
                shop.waiting(),
                shop.state());
    }

    private void watch() {
        mostWaiters.accumulateAndGet(shop.waiting(), Math::max);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
