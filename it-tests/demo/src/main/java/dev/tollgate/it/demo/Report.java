package dev.tollgate.it.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What has come out. */
final class Report {

    private final List<Load.Call> calls;
    private final List<Throwable> failures;
    private final List<Instant> refreshes;
    private final int rejected;
    private final int reuse;
    private final int mostWaiters;

    Report(Shop shop, Load load, Progress progress) {
        calls = load.calls();
        failures = load.failures();
        refreshes = shop.server().tokens().refreshTimes();
        rejected = shop.server().resources().rejected();
        reuse = shop.server().tokens().reuseDetected();
        mostWaiters = progress.mostWaiters();
    }

    boolean isGood() {
        return failures.isEmpty() && reuse == 0 && !refreshes.isEmpty();
    }

    void print(PrintStream out) {
        List<Load.Call> authenticated =
                calls.stream().filter(call -> !call.guest()).toList();
        row(out, "calls with a token", authenticated.size());
        row(out, "calls of guests", calls.size() - authenticated.size());
        row(out, "failures", failures.size());
        row(out, "401s seen by the server", rejected);
        row(out, "refreshes", refreshes.size());
        row(out, "refresh tokens used twice", reuse);
        row(out, "most callers waiting at once", mostWaiters);
        out.println();
        out.printf("%-32s %8s %8s %8s %8s%n", "latency in ms", "calls", "p50", "p99", "max");
        latency(
                out,
                "while a refresh runs",
                authenticated.stream().filter(this::overlapsARefresh).toList());
        latency(
                out,
                "otherwise",
                authenticated.stream().filter(call -> !overlapsARefresh(call)).toList());
        out.printf(
                "%nA refresh runs for the %d ms before the server has made the new tokens.%n",
                Shop.TOKEN_LATENCY.toMillis());
        failures.stream().limit(3).forEach(failure -> out.println("FAILED: " + failure));
    }

    private static void row(PrintStream out, String what, int count) {
        out.printf("%-32s %8d%n", what, count);
    }

    private boolean overlapsARefresh(Load.Call call) {
        Instant end = call.from().plus(call.took());
        return refreshes.stream()
                .anyMatch(made -> call.from().isBefore(made) && end.isAfter(made.minus(Shop.TOKEN_LATENCY)));
    }

    private static void latency(PrintStream out, String when, List<Load.Call> calls) {
        long[] micros = calls.stream()
                .map(Load.Call::took)
                .mapToLong(took -> took.toNanos() / 1000)
                .sorted()
                .toArray();
        out.printf(
                "%-32s %8d %8.1f %8.1f %8.1f%n",
                when, micros.length, percentile(micros, 50), percentile(micros, 99), percentile(micros, 100));
    }

    private static double percentile(long[] sortedMicros, int percent) {
        if (sortedMicros.length == 0) {
            return 0;
        }
        int index = (int) Math.ceil(sortedMicros.length * percent / 100.0) - 1;
        return sortedMicros[Math.max(0, index)] / (double) Duration.ofMillis(1).toNanos() * 1000;
    }
}
