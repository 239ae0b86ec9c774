package dev.tollgate.it.benchmark.gate;

import dev.tollgate.it.benchmark.report.Machine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadFactory;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Measures the gate alone and writes the tables: {@code GateBenchmark <file>}. */
public final class GateBenchmark {

    private static final int WARM_UP = 1_000;

    private GateBenchmark() {}

    /** Measures; {@code arguments} is the AsciiDoc file to write. */
    public static void main(String[] arguments) throws Exception {
        List<String> lines = new ArrayList<>();
        lines.add("Measured: " + Machine.description() + ".\n");
        List<RunResult> freshTokens = freshTokens();
        lines.add(".What the gate must show");
        lines.add(new GateTargets(freshTokens).table().asciiDoc());
        lines.add(".A call with a fresh token");
        lines.addAll(table(
                "|Benchmark |Threads |ns/op |± |B/op",
                freshTokens.stream().map(GateBenchmark::row).toList()));
        lines.add("\n.A crowd that waits for one flight");
        lines.addAll(table("|Waiters |How many |Served |Last one after the end of the flight |Heap each", crowds()));
        Path file = Path.of(arguments[0]);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, lines);
        System.out.println(String.join("\n", lines));
    }

    private static List<String> table(String header, List<String> rows) {
        List<String> table = new ArrayList<>(List.of("[%autowidth,options=header]", "|===", header));
        table.addAll(rows);
        table.add("|===");
        return table;
    }

    private static List<RunResult> freshTokens() throws RunnerException {
        List<RunResult> results = new ArrayList<>();
        for (int threads = 1; threads <= 2; threads++) {
            OptionsBuilder options = new OptionsBuilder();
            options.include(FreshToken.class.getName()).threads(threads).addProfiler(GCProfiler.class);
            results.addAll(new Runner(options.build()).run());
        }
        return results;
    }

    private static String row(RunResult result) {
        return String.format(
                Locale.ROOT,
                "|%s |%d |%.1f |%.1f |%.2f",
                result.getPrimaryResult().getLabel(),
                result.getParams().getThreads(),
                result.getPrimaryResult().getScore(),
                result.getPrimaryResult().getScoreError(),
                GateTargets.allocated(result));
    }

    private static List<String> crowds() throws Exception {
        List<String> rows = new ArrayList<>();
        Crowd.stages(WARM_UP);
        Crowd.blocking(WARM_UP, Crowd.platformThreads());
        rows.add(row("`CompletionStage`", Crowd.stages(10_000)));
        rows.add(row("`CompletionStage`", Crowd.stages(100_000)));
        rows.add(row("blocking, platform threads", Crowd.blocking(10_000, Crowd.platformThreads())));
        ThreadFactory virtual = VirtualThreads.factory().orElse(null);
        if (virtual != null) {
            Crowd.blocking(WARM_UP, virtual);
            long pinned = VirtualThreads.pinned(() -> {
                rows.add(row("blocking, virtual threads", Crowd.blocking(10_000, virtual)));
                rows.add(row("blocking, virtual threads", Crowd.blocking(100_000, virtual)));
            });
            rows.add("5+|Times that a virtual thread was pinned: " + pinned);
        }
        return rows;
    }

    private static String row(String kind, Crowd.Measured measured) {
        return String.format(
                Locale.ROOT,
                "|%s |%,d |%,d |%.1f ms |%,d B",
                kind,
                measured.size(),
                measured.served(),
                measured.lastAfterEnd().toNanos() / 1e6,
                measured.bytesEach());
    }
}
