package dev.tollgate.it.benchmark.storm;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What the storms can be told.
 *
 * @param out where to write
 * @param scenarios which ones
 */
record Options(Path out, List<Scenario> scenarios) {

    private static final String USAGE = "usage: Storms [--out <directory>] [--only S1,S2,..]";

    static Options parse(String... arguments) {
        Options options = new Options(Path.of("target", "storms"), Scenario.full());
        if (arguments.length % 2 != 0) {
            throw new IllegalArgumentException(USAGE);
        }
        for (int i = 0; i < arguments.length; i += 2) {
            options = options.with(arguments[i], arguments[i + 1]);
        }
        return options;
    }

    private Options with(String name, String value) {
        return switch (name) {
            case "--out" -> new Options(Path.of(value), scenarios);
            case "--only" -> new Options(out, only(Set.of(value.split(","))));
            default -> throw new IllegalArgumentException(USAGE);
        };
    }

    private List<Scenario> only(Set<String> ids) {
        return scenarios.stream()
                .filter(scenario -> ids.contains(scenario.id()))
                .toList();
    }
}
