package dev.tollgate.it.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** What has come out, a column for each shop. */
record Report(List<Outcome> outcomes) {

    void print(PrintStream out) {
        row(out, "", Outcome::name);
        count(out, "calls with a token", outcome -> outcome.authenticated().size());
        count(out, "calls of guests", outcome -> outcome.ofGuests().size());
        count(out, "failures", outcome -> outcome.failures().size());
        count(out, "401s seen by the server", Outcome::rejected);
        count(out, "refreshes", outcome -> outcome.refreshes().size());
        count(out, "refresh tokens used twice", Outcome::reuse);
        count(out, "most callers waiting at once", Outcome::mostWaiting);
        out.println();
        out.println("latency in ms of calls with a token");
        latency(out, "while a refresh runs", outcome -> outcome.authenticated(true));
        latency(out, "otherwise", outcome -> outcome.authenticated(false));
        out.printf(
                "%nA refresh runs for the %d ms before the server has made the new tokens.%n",
                Servers.TOKEN_LATENCY.toMillis());
        outcomes.forEach(outcome -> outcome.failures().stream()
                .limit(3)
                .forEach(failure -> out.println("FAILED, " + outcome.name() + ": " + failure)));
    }

    private void count(PrintStream out, String what, ToIntFunction<Outcome> count) {
        row(out, what, outcome -> Integer.toString(count.applyAsInt(outcome)));
    }

    private void latency(PrintStream out, String when, Function<Outcome, List<Load.Call>> calls) {
        for (int percent : new int[] {50, 99, 100}) {
            String name = percent == 100 ? "max" : "p" + percent;
            row(out, "%-22s%s".formatted(when, name), outcome -> "%.1f"
                    .formatted(percentile(calls.apply(outcome), percent)));
        }
    }

    private void row(PrintStream out, String what, Function<Outcome, String> cell) {
        out.printf("%-30s", what);
        outcomes.forEach(outcome -> out.printf(" %14s", cell.apply(outcome)));
        out.println();
    }

    /** In milliseconds. */
    private static double percentile(List<Load.Call> calls, int percent) {
        long[] nanos = calls.stream()
                .map(Load.Call::took)
                .mapToLong(Duration::toNanos)
                .sorted()
                .toArray();
        if (nanos.length == 0) {
            return 0;
        }
        int index = (int) Math.ceil(nanos.length * percent / 100.0) - 1;
        return nanos[Math.max(0, index)] / 1e6;
    }
}
