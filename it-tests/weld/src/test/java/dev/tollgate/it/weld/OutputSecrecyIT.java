package dev.tollgate.it.weld;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Guarantee 11 for all that the tests of this module have written: our categories at their finest level (see
 * {@code logging.properties}), and the output of everybody else. Runs after them.
 */
@Timeout(30)
class OutputSecrecyIT {

    private static final Path LOG = Path.of("target", "tollgate.log");
    private static final Path LOG_OF_OAUTH2 = Path.of("target", "tollgate-oauth2.log");
    private static final Path OUTPUT = Path.of("target", "surefire-reports");
    /** How the fake server's tokens look; the client secret of the scenarios; a login's body; a private key in JSON. */
    private static final Pattern SECRET = Pattern.compile("\\b[ar]t-[A-Za-z0-9_-]{24}|s3cr3t|\"password\"|\"d\":\"");

    private static final int FEWEST_LINES = 300;

    @Test
    void logAtItsFinestLevelShowsNoSecret() throws IOException {
        assertThat(secretsIn(LOG)).isEmpty();
        assertThat(lines(LOG))
                .filteredOn(line -> line.contains(" dev.tollgate."))
                .as("lines of our categories; all tests of this module must have run")
                .hasSizeGreaterThan(FEWEST_LINES);
    }

    @Test
    void logOfTestsWithAnAuthorizationServerShowsNoSecret() {
        assertThat(secretsIn(LOG_OF_OAUTH2)).isEmpty();
        assertThat(lines(LOG_OF_OAUTH2)).isNotEmpty();
    }

    @Test
    void outputOfNoTestShowsASecret() throws IOException {
        try (Stream<Path> files = Files.list(OUTPUT)) {
            List<Path> outputs = files.filter(file -> file.toString().endsWith("-output.txt"))
                    .toList();

            assertThat(outputs).hasSizeGreaterThan(10);
            assertThat(outputs.stream().flatMap(file -> secretsIn(file).stream()))
                    .isEmpty();
        }
    }

    @Test
    void secretsWouldBeFound() {
        assertThat(SECRET.matcher("Bearer at-access0of1the2scenarios3").find()).isTrue();
        assertThat(SECRET.matcher("refresh_token=rt-aB3_-6789012345678901234&").find())
                .isTrue();
    }

    /** File, line number and line. */
    private static List<String> secretsIn(Path file) {
        List<String> lines = lines(file);
        return IntStream.range(0, lines.size())
                .filter(i -> SECRET.matcher(lines.get(i)).find())
                .mapToObj(i -> file + ":" + (i + 1) + ": " + lines.get(i))
                .toList();
    }

    /** Byte by byte: other people's output need not be UTF-8. */
    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
