package dev.tollgate.it.benchmark.storm;

import dev.tollgate.it.benchmark.storm.client.Variant;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** All runs of one scenario. */
public record Result(Scenario scenario, List<Run> runs) {

    List<Figures> of(Variant variant) {
        return runs.stream()
                .filter(run -> run.variant() == variant)
                .map(Figures::new)
                .toList();
    }

    boolean has(Variant variant) {
        return runs.stream().anyMatch(run -> run.variant() == variant);
    }

    /** The median over the repetitions. */
    double median(Variant variant, ToDoubleFunction<Figures> figure) {
        return median(of(variant).stream().mapToDouble(figure).toArray());
    }

    /** The sum over the repetitions. */
    long sum(Variant variant, ToLongFunction<Figures> figure) {
        return of(variant).stream().mapToLong(figure).sum();
    }

    /** The median of how a figure of {@code variant} compares with the one of no-auth in the same repetition. */
    double ratio(Variant variant, ToDoubleFunction<Figures> figure) {
        return ratio(variant, figure, figure);
    }

    double ratio(Variant variant, ToDoubleFunction<Figures> figure, ToDoubleFunction<Figures> ofNoAuth) {
        List<Figures> figures = of(variant);
        List<Figures> reference = of(Variant.NO_AUTH);
        return median(IntStream.range(0, figures.size())
                .mapToDouble(i -> figure.applyAsDouble(figures.get(i)) / ofNoAuth.applyAsDouble(reference.get(i)))
                .toArray());
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
