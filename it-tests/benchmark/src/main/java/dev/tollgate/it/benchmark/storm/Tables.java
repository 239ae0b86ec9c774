package dev.tollgate.it.benchmark.storm;

import static dev.tollgate.it.benchmark.report.Check.number;

import dev.tollgate.it.benchmark.report.Check;
import dev.tollgate.it.benchmark.report.Table;
import dev.tollgate.it.benchmark.storm.client.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What has come out. */
record Tables(List<Result> results) {

    /** What Tollgate had to show. */
    Table targets() {
        List<List<String>> rows = new ArrayList<>();
        for (Result result : results) {
            for (Check check : new Targets(result).checks()) {
                rows.add(List.of(result.scenario().id(), check.what(), check.measured(), check.verdict()));
            }
        }
        return new Table(List.of("storm", "must show", "measured", "met"), rows);
    }

    /** How everybody fared; times are medians of the repetitions, counts are sums. */
    Table storms() {
        List<List<String>> rows = new ArrayList<>();
        for (Result result : results) {
            for (Variant variant : Variant.values()) {
                if (result.has(variant)) {
                    rows.add(row(result, variant));
                }
            }
        }
        return new Table(
                List.of(
                        "storm",
                        "client",
                        "calls/s",
                        "/ no-auth",
                        "p50 ms",
                        "p99 ms",
                        "/ no-auth",
                        "max ms",
                        "failed",
                        "waited",
                        "401",
                        "dead tokens for ms",
                        "token calls",
                        "overlapping",
                        "families lost"),
                rows);
    }

    private static List<String> row(Result result, Variant variant) {
        ToDoubleFunction<Figures> p99 = figures -> figures.latency(99);
        return List.of(
                result.scenario().id(),
                variant.title(),
                number(result.median(variant, Figures::throughput)),
                ratio(result, variant, Figures::throughput),
                number(result.median(variant, figures -> figures.latency(50))),
                number(result.median(variant, p99)),
                ratio(result, variant, p99),
                number(result.median(variant, figures -> figures.latency(100))),
                Long.toString(result.sum(variant, Figures::failed)),
                result.scenario().isHot() || !variant.tellsWhoWaited()
                        ? ""
                        : Long.toString(result.sum(variant, Figures::waited)),
                Long.toString(result.sum(variant, Figures::rejections)),
                number(result.median(variant, Figures::deadTokensFor)),
                Long.toString(
                        result.sum(variant, figures -> figures.tokenCalls().size())),
                Long.toString(result.sum(variant, Figures::overlaps)),
                Long.toString(result.sum(variant, Figures::familiesLost)));
    }

    /** What a call costs; the medians of the repetitions. */
    Table costs() {
        List<List<String>> rows = new ArrayList<>();
        for (Result result : results) {
            for (Variant variant : Variant.values()) {
                if (result.scenario().isHot() && result.has(variant)) {
                    rows.add(cost(result, variant));
                }
            }
        }
        return new Table(
                List.of("client", "calls/s", "/ no-auth", "CPU µs per call", "/ no-auth", "bytes per call", "more"),
                rows);
    }

    private static List<String> cost(Result result, Variant variant) {
        double bytes = result.median(variant, Figures::bytesPerCall);
        double without = result.has(Variant.NO_AUTH) ? result.median(Variant.NO_AUTH, Figures::bytesPerCall) : 0;
        return List.of(
                variant.title(),
                number(result.median(variant, Figures::throughput)),
                ratio(result, variant, Figures::throughput),
                number(result.median(variant, Figures::cpuPerCall)),
                ratio(result, variant, Figures::cpuPerCall),
                number(bytes),
                String.format(Locale.ROOT, "%+.0f", bytes - without));
    }

    private static String ratio(Result result, Variant variant, ToDoubleFunction<Figures> figure) {
        return result.has(Variant.NO_AUTH) && variant != Variant.NO_AUTH ? number(result.ratio(variant, figure)) : "";
    }
}
