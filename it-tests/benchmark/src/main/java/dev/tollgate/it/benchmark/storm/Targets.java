package dev.tollgate.it.benchmark.storm;

import static dev.tollgate.it.benchmark.storm.client.Variant.NO_AUTH;
import static dev.tollgate.it.benchmark.storm.client.Variant.TOLLGATE;

import dev.tollgate.it.benchmark.report.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** What Tollgate must show in each storm. */
public record Targets(Result result) {

    private static final long A_HERD = 20;

    /** All of it. */
    public List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        checks.add(Check.none("failed calls", result.sum(TOLLGATE, Figures::failed)));
        checks.add(Check.none("overlapping token calls", result.sum(TOLLGATE, Figures::overlaps)));
        checks.add(Check.none("guest calls with a token", result.sum(TOLLGATE, Figures::guestTokens)));
        checks.add(Check.none("families lost", result.sum(TOLLGATE, Figures::familiesLost)));
        checks.addAll(own());
        return checks;
    }

    private List<Check> own() {
        return switch (result.scenario().id()) {
            case "S1" -> rollover();
            case "S2" -> revocation();
            case "S3" -> outage();
            case "S4" -> expiry();
            case "S5" -> hotPath();
            case "S6" -> guests();
            case "S7" -> List.of(oneTokenCallPerRevocation());
            default -> throw new IllegalArgumentException(result.scenario().id());
        };
    }

    private List<Check> rollover() {
        List<Check> checks = new ArrayList<>(expiry());
        checks.add(Check.fewerWhereFast("callers that waited", 0, result.sum(TOLLGATE, Figures::waited)));
        checks.addAll(asGoodAsWithoutTokens());
        return checks;
    }

    private List<Check> asGoodAsWithoutTokens() {
        return result.has(NO_AUTH)
                ? List.of(
                        Check.atLeast("throughput / no-auth", 0.97, result.ratio(TOLLGATE, Figures::throughput)),
                        Check.atMost("p99 / no-auth", 1.3, result.ratio(TOLLGATE, figures -> figures.latency(99))))
                : List.of();
    }

    private List<Check> expiry() {
        double youngest = result.of(TOLLGATE).stream()
                .mapToDouble(figures -> figures.youngestReplaced().orElse(0))
                .min()
                .orElse(0);
        return List.of(
                Check.fewerWhereFast("401", 0, result.sum(TOLLGATE, Figures::rejections)),
                new Check("age of a replaced token / its life ≥ 0.50", Check.number(youngest), youngest >= 0.5, true));
    }

    private List<Check> revocation() {
        List<Long> counts = result.of(TOLLGATE).stream()
                .flatMap(figures -> figures.rejectionsPerRevocation().stream())
                .toList();
        long most = counts.stream().mapToLong(count -> count).max().orElse(0);
        return List.of(
                oneTokenCallPerRevocation(),
                // nobody is refused twice
                new Check("401 per revocation ≤ " + Scenario.USERS, counts.toString(), most <= Scenario.USERS, true),
                Check.fewerWhereFast("401 per revocation", A_HERD, most));
    }

    private Check oneTokenCallPerRevocation() {
        List<Long> counts = result.of(TOLLGATE).stream()
                .flatMap(figures -> figures.tokenCallsPerRevocation().stream())
                .toList();
        boolean met = !counts.isEmpty() && counts.stream().allMatch(count -> count == 1);
        return new Check("1 token call per revocation", counts.toString(), met, true);
    }

    private List<Check> outage() {
        return List.of(
                Check.atMost("token calls in the outage", 12, max(Figures::tokenCallsInOutage)),
                Check.atMost("ms until half the former rate", 1500.0, result.median(TOLLGATE, Figures::recovery)));
    }

    private List<Check> hotPath() {
        return result.has(NO_AUTH)
                ? List.of(
                        Check.atLeast("throughput / no-auth", 0.98, result.ratio(TOLLGATE, Figures::throughput)),
                        Check.atMost("CPU per call / no-auth", 1.05, result.ratio(TOLLGATE, Figures::cpuPerCall)))
                : List.of();
    }

    private List<Check> guests() {
        return result.has(NO_AUTH)
                ? List.of(
                        p99("p99 of guests / no-auth", figures -> figures.latency(99, Call::guest)),
                        p99("p99 of the others / no-auth", figures -> figures.latency(99, call -> !call.guest())))
                : List.of();
    }

    private Check p99(String what, ToDoubleFunction<Figures> p99) {
        return Check.atMost(what, 1.5, result.ratio(TOLLGATE, p99, figures -> figures.latency(99)));
    }

    private long max(ToLongFunction<Figures> figure) {
        return result.of(TOLLGATE).stream().mapToLong(figure).max().orElse(0);
    }
}
