package dev.tollgate.it.demo;

import dev.tollgate.it.demo.Options.Live;
import dev.tollgate.rest.Tollgate;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.io.PrintStream;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** A client whose tokens come from an authorization server that is there already, for as long as many of them expire. */
final class LiveDemo {

    private static final long PAUSE_MILLIS = 40;
    private static final long LAST_CALLS_SECONDS = 15;

    private final LiveClient client;
    private final int callers;
    private final AtomicInteger calls = new AtomicInteger();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean stopped;

    private LiveDemo(LiveClient client, int callers) {
        this.client = client;
        this.callers = callers;
    }

    /** The exit code: 0 only if no call has failed. */
    static int run(PrintStream out, Options options, Live live) throws InterruptedException {
        try (LiveApi api = LiveApi.open()) {
            Map<String, String> configuration = configuration(live, api);
            configuration.forEach(System::setProperty);
            try (SeContainer application = SeContainerInitializer.newInstance().initialize()) {
                return run(out, options, api, application);
            } finally {
                configuration.keySet().forEach(System::clearProperty);
            }
        }
    }

    private static Map<String, String> configuration(Live live, LiveApi api) {
        return Map.of(
                "tollgate.live.issuer",
                live.issuer().toString(),
                "tollgate.live.client-id",
                live.clientId(),
                "tollgate.live.client-secret",
                live.clientSecret(),
                "tollgate.live.clients",
                "live",
                "live/mp-rest/url",
                api.uri().toString());
    }

    private static int run(PrintStream out, Options options, LiveApi api, SeContainer application)
            throws InterruptedException {
        LiveDemo demo = new LiveDemo(
                application.select(LiveClient.class, RestClient.LITERAL).get(), options.callers());
        Tollgate tollgate = application.select(Tollgate.class).get();
        out.printf(
                "%d callers, tokens of %s%n%n",
                options.callers(), options.live().orElseThrow());
        out.printf("%6s %8s %9s %14s %6s  %s%n", "second", "calls", "failures", "access tokens", "401s", "gate");
        ExecutorService threads = demo.start();
        for (int second = 1; second <= options.seconds(); second++) {
            TimeUnit.SECONDS.sleep(1);
            out.printf(
                    "%6d %8d %9d %14d %6d  %s%n",
                    second,
                    demo.calls.get(),
                    demo.failures.size(),
                    api.tokens(),
                    api.rejected(),
                    tollgate.realm("live").status().state());
        }
        demo.stop(threads);
        demo.report(out, api);
        return demo.failures.isEmpty() && demo.calls.get() > 0 ? 0 : 1;
    }

    private ExecutorService start() {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        for (int i = 0; i < callers; i++) {
            threads.execute(this::callAgainAndAgain);
        }
        return threads;
    }

    private void callAgainAndAgain() {
        while (!stopped) {
            try {
                client.orders();
                calls.incrementAndGet();
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) { // a caller that dies unseen would be a failure untold
                failures.add(e);
                return;
            }
        }
    }

    private void stop(ExecutorService threads) throws InterruptedException {
        stopped = true;
        threads.shutdown();
        if (!threads.awaitTermination(LAST_CALLS_SECONDS, TimeUnit.SECONDS)) {
            failures.add(new IllegalStateException("a call hangs"));
            threads.shutdownNow();
        }
    }

    private void report(PrintStream out, LiveApi api) {
        out.printf(
                "%n%-24s %8d%n%-24s %8d%n%-24s %8d%n%-24s %8d%n",
                "calls",
                calls.get(),
                "failures",
                failures.size(),
                "access tokens",
                api.tokens(),
                "401s seen by the API",
                api.rejected());
        failures.stream().limit(3).forEach(failure -> out.println("FAILED: " + failure));
    }
}
