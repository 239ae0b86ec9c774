package dev.tollgate.it.benchmark.gate;

import dev.tollgate.it.benchmark.report.Check;
import dev.tollgate.it.benchmark.report.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.openjdk.jmh.results.RunResult;

/** What a call with a fresh token may cost. */
record GateTargets(Collection<RunResult> results) {

    private static final double NANOS = 30;
    /** Less than any object: what JMH itself allocates is spread over all calls. */
    private static final double NOTHING = 0.5;

    private static final int WITH_MANY_SESSIONS = 3;

    Table table() {
        List<List<String>> rows = new ArrayList<>();
        for (int threads = 1; threads <= 2; threads++) {
            for (Check check : checks(threads)) {
                rows.add(List.of(Integer.toString(threads), check.what(), check.measured(), check.verdict()));
            }
        }
        return new Table(List.of("threads", "must show", "measured", "met"), rows);
    }

    private List<Check> checks(int threads) {
        double one = nanos("usable", threads);
        double many = nanos("usableOfManySessions", threads);
        return List.of(
                Check.atMost("ns for a fresh token", NANOS, one),
                Check.atMost("bytes allocated for a fresh token", NOTHING, allocated(result("usable", threads))),
                Check.atMost("ns for one of 100,000 sessions / for one gate", WITH_MANY_SESSIONS, many / one),
                Check.atMost(
                        "bytes allocated for one of 100,000 sessions",
                        NOTHING,
                        allocated(result("usableOfManySessions", threads))));
    }

    private double nanos(String benchmark, int threads) {
        return result(benchmark, threads).getPrimaryResult().getScore();
    }

    /** In bytes for each call. */
    static double allocated(RunResult result) {
        return Objects.requireNonNull(result.getSecondaryResults().get("gc.alloc.rate.norm"))
                .getScore();
    }

    private RunResult result(String benchmark, int threads) {
        return results.stream()
                .filter(result -> result.getPrimaryResult().getLabel().equals(benchmark))
                .filter(result -> result.getParams().getThreads() == threads)
                .findFirst()
                .orElseThrow();
    }
}
