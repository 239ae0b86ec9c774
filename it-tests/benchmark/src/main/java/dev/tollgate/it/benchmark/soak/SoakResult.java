package dev.tollgate.it.benchmark.soak;

import dev.tollgate.it.benchmark.report.Check;
import dev.tollgate.it.benchmark.soak.Outcomes.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What a soak has shown. The first fifth warms up; the second one is compared with the last. */
record SoakResult(Duration length, List<Vitals> vitals, Outcomes outcomes, int familiesLost) {

    /** Both waits of a call at the gate (5 s together), two reads (3 s each), and some time to get there. */
    static final double LONGEST_CALL_MILLIS = 12_000;

    private static final double MEGABYTE = 1 << 20;
    private static final double FLAT = 1.1;

    /** What must hold however short it is. */
    List<Check> counts() {
        long unexpected = outcomes.counts().getOrDefault(Kind.UNEXPECTED, 0L);
        return List.of(
                Check.none("unexpected failures", unexpected),
                Check.none("families lost (a refresh token sent twice)", familiesLost),
                Check.atMost("longest synchronous call in ms", LONGEST_CALL_MILLIS, outcomes.longestMillis()));
    }

    List<Check> checks() {
        List<Check> checks = new ArrayList<>(counts());
        checks.add(flat("heap after GC in MB", look -> look.heap() / MEGABYTE));
        checks.add(flat("threads", Vitals::threads));
        checks.add(flat("open descriptors", look -> (double) look.descriptors()));
        checks.add(flat("connections", Vitals::connections));
        return checks;
    }

    private Check flat(String what, ToDoubleFunction<Vitals> figure) {
        double early = median(1, figure);
        double late = median(4, figure);
        return new Check(
                "median of " + what + ", last fifth / second fifth ≤ " + Check.number(FLAT),
                "%s / %s".formatted(Check.number(late), Check.number(early)),
                late <= early * FLAT,
                false);
    }

    private double median(int fifth, ToDoubleFunction<Vitals> figure) {
        int size = vitals.size();
        double[] sorted = vitals.subList(size * fifth / 5, size * (fifth + 1) / 5).stream()
                .mapToDouble(figure)
                .sorted()
                .toArray();
        return sorted[sorted.length / 2];
    }
}
