package dev.tollgate.it.benchmark.storm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes down what has come out. */
public record Report(List<Result> results, String machine, Origin origin) {

    /** Into files in {@code directory}. */
    public void write(Path directory) throws IOException {
        Files.createDirectories(directory);
        for (Result result : results) {
            Files.writeString(directory.resolve(plot(result)), Plot.of(result));
        }
        Tables tables = new Tables(results);
        Files.writeString(directory.resolve(origin.prefix() + "storms.md"), markdown(tables));
        Files.writeString(directory.resolve(origin.prefix() + "storms.adoc"), asciiDoc(tables));
    }

    private String markdown(Tables tables) {
        return """
                # Storms

                %s

                %s

                %s
                ## What Tollgate must show

                %s
                ## How everybody fared

                %s
                ## What a call costs (S5)

                %s
                %s"""
                .formatted(
                        by(),
                        machine,
                        scenarios("* **%s**: %s\n"),
                        tables.targets().markdown(),
                        tables.storms().markdown(),
                        tables.costs().markdown(),
                        plots("\n![%s](%s)\n"));
    }

    private String asciiDoc(Tables tables) {
        return """
                // %s
                Measured: %s.

                %s
                .What Tollgate must show
                %s
                .How everybody fared
                %s
                .What a call costs (S5)
                %s
                %s"""
                .formatted(
                        by(),
                        machine,
                        scenarios("%s:: %s\n"),
                        tables.targets().asciiDoc(),
                        tables.storms().asciiDoc(),
                        tables.costs().asciiDoc(),
                        results.stream()
                                .map(result -> "\nimage::" + plot(result) + "["
                                        + result.scenario().id() + "]\n")
                                .collect(Collectors.joining()));
    }

    private String by() {
        return "Written by `" + origin.command() + "`; do not edit.";
    }

    private String scenarios(String format) {
        return results.stream()
                .map(Result::scenario)
                .map(scenario -> format.formatted(scenario.id(), scenario.title()))
                .collect(Collectors.joining());
    }

    private String plots(String format) {
        return results.stream()
                .map(result -> format.formatted(result.scenario().id(), plot(result)))
                .collect(Collectors.joining());
    }

    private String plot(Result result) {
        return origin.prefix() + result.scenario().id().toLowerCase(Locale.ROOT) + ".svg";
    }
}
