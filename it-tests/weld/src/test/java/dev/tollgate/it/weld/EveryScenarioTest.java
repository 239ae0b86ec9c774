package dev.tollgate.it.weld;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds on one runtime is tried on every other. */
class EveryScenarioTest {

    private static final Path SCENARIOS = Path.of("../scenarios/src/main/java");
    private static final Pattern DECLARED = Pattern.compile("abstract class (\\w+Scenario)\\b");
    private static final Pattern EXTENDED = Pattern.compile("extends (\\w+Scenario)\\b");

    @ParameterizedTest
    @ValueSource(strings = {"weld", "wildfly", "quarkus"})
    void runsOn(String runtime) throws IOException {
        Set<String> scenarios = found(DECLARED, SCENARIOS);
        scenarios.removeAll(found(EXTENDED, SCENARIOS));

        assertThat(scenarios).hasSizeGreaterThan(40);
        assertThat(found(EXTENDED, Path.of("../" + runtime + "/src/test/java"))).containsAll(scenarios);
    }

    private static Set<String> found(Pattern pattern, Path root) throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                pattern.matcher(Files.readString(file))
                        .results()
                        .map((MatchResult match) -> match.group(1))
                        .forEach(names::add);
            }
        }
        return names;
    }
}
