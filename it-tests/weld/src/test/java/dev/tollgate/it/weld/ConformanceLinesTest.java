package dev.tollgate.it.weld;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the model does (C: expiry told by the client, S: by the server) and where it fails (W): each line names its tests. */
class ConformanceLinesTest {

    private static final List<Path> TESTS =
            List.of(Path.of("../scenarios/src/main/java"), Path.of("../../extension/rest-client/src/test/java"));
    private static final Pattern NAME = Pattern.compile("void ([csw]\\d+)_\\w+\\(");

    @Test
    void everyLineHasATestThatNamesIt() {
        Set<String> named = new TreeSet<>();
        TESTS.forEach(root -> javaFiles(root)
                .forEach(file -> NAME.matcher(text(file)).results().forEach(found -> named.add(found.group(1)))));

        assertThat(named).containsExactlyInAnyOrderElementsOf(lines());
    }

    /** C7 to C9 have S7 to S11 as their twins. */
    private static Set<String> lines() {
        Set<String> lines = new TreeSet<>();
        IntStream.rangeClosed(2, 10).forEach(number -> lines.add("c" + number));
        IntStream.rangeClosed(2, 12).forEach(number -> lines.add("s" + number));
        IntStream.rangeClosed(1, 12).forEach(number -> lines.add("w" + number));
        return lines;
    }

    private static List<Path> javaFiles(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
