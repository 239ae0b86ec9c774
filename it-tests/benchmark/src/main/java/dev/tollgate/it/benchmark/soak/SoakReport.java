package dev.tollgate.it.benchmark.soak;

import dev.tollgate.it.benchmark.report.Table;
import dev.tollgate.it.benchmark.soak.Outcomes.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes down what has come out. */
record SoakReport(SoakResult result, String machine) {

    void write(Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("soak.adoc"), asciiDoc());
        Files.writeString(directory.resolve("soak.svg"), SoakPlot.of(result));
    }

    String asciiDoc() {
        return """
                // Written by `mvn -q -Psoak -pl it-tests/benchmark -am verify`; do not edit.
                Measured: %s. %d minutes.

                .What Tollgate must show
                %s
                .What became of %,d calls
                %s
                image::soak.svg[Soak]
                """
                .formatted(
                        machine,
                        result.length().toMinutes(),
                        targets().asciiDoc(),
                        result.outcomes().calls(),
                        outcomes().asciiDoc());
    }

    private Table targets() {
        return new Table(
                List.of("must show", "measured", "met"),
                result.checks().stream()
                        .map(check -> List.of(check.what(), check.measured(), check.verdict()))
                        .toList());
    }

    private Table outcomes() {
        return new Table(
                List.of("outcome", "calls"),
                result.outcomes().counts().entrySet().stream()
                        .map(count -> List.of(title(count.getKey()), Long.toString(count.getValue())))
                        .toList());
    }

    private static String title(Kind kind) {
        return kind.title();
    }
}
