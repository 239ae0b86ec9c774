package dev.tollgate.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a guide shows is code that runs. */
class GuideSnippetsTest {

    private static final Path GUIDES = Path.of("../../src-docs/guide");
    private static final Pattern BLOCK = Pattern.compile(
            "^\\[source,(?:java|properties).*\\]\\n----\\n(.*?)\\n----$", Pattern.DOTALL | Pattern.MULTILINE);

    @ParameterizedTest
    @MethodSource("guides")
    void snippetIsIncludedFromCodeThatRuns(Path guide) {
        assertThat(BLOCK.matcher(text(guide)).results().map(block -> block.group(1)))
                .allSatisfy(snippet -> assertThat(snippet).startsWith("include::"));
    }

    static List<Path> guides() throws IOException {
        try (Stream<Path> guides = Files.list(GUIDES)) {
            List<Path> all = guides.filter(file -> file.toString().endsWith(".adoc"))
                    .sorted()
                    .toList();
            assertThat(all).isNotEmpty();
            return all;
        }
    }

    private static String text(Path guide) {
        try {
            return Files.readString(guide);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
