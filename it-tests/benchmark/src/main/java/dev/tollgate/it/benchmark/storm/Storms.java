package dev.tollgate.it.benchmark.storm;

import dev.tollgate.it.benchmark.report.Machine;
import dev.tollgate.it.benchmark.storm.client.Variant;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs all storms at full length, in about ten minutes, and writes tables and plots. Exit code 0 only if Tollgate shows
 * all the counts that it must show; figures that depend on timing are written down, met or missed.
 */
public final class Storms {

    /** How long a storm blows before it is measured. */
    public static final Duration WARM_UP = Duration.ofSeconds(2);

    private static final Duration FIRST_WARM_UP = Duration.ofSeconds(8);
    private static final Logger LIBRARIES = Logger.getLogger("org");

    private Storms() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        LIBRARIES.setLevel(Level.WARNING);
        try (Bench bench = Bench.open(WARM_UP)) {
            System.exit(run(System.out, bench, Origin.STORMS, arguments) ? 0 : 1);
        }
    }

    /** Runs them on {@code bench}; false if Tollgate has not shown a count that it must show. */
    public static boolean run(PrintStream out, Bench bench, Origin origin, String... arguments)
            throws IOException, InterruptedException {
        Options options = Options.parse(arguments);
        String machine = Machine.description();
        out.println(machine);
        warmUp(bench);
        List<Result> results = new ArrayList<>();
        for (Scenario scenario : options.scenarios()) {
            out.printf("%n%s: %s%n", scenario.id(), scenario.title());
            Result result = bench.runAll(scenario);
            results.add(result);
            tell(out, result);
        }
        new Report(results, machine, origin).write(options.out());
        return results.stream()
                .flatMap(result -> new Targets(result).checks().stream())
                .allMatch(check -> check.isMet() || !check.isCount());
    }

    /** The compiler must have seen everything before anything is measured. */
    private static void warmUp(Bench bench) throws InterruptedException {
        Scenario hot =
                Scenario.full().stream().filter(Scenario::isHot).findFirst().orElseThrow();
        for (Variant variant : bench.variants()) {
            bench.run(hot.lasting(FIRST_WARM_UP), variant);
        }
    }

    private static void tell(PrintStream out, Result result) {
        Tables tables = new Tables(List.of(result));
        out.print(tables.storms().markdown());
        if (result.scenario().isHot()) {
            out.print(tables.costs().markdown());
        }
        out.print(tables.targets().markdown());
        result.runs().forEach(run -> run.failures()
                .forEach((why, times) ->
                        out.printf("%s: %d × %s%n", run.variant().title(), times, why)));
    }
}
