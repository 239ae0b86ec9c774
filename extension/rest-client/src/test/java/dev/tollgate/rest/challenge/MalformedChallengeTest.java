package dev.tollgate.rest.challenge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A broken {@code WWW-Authenticate} breaks no call, and costs next to nothing. */
class MalformedChallengeTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(5);
    private static final int LARGE = 100_000;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    Bearer error="invalid_token            | Bearer
                    Bearer error="invalid_token\\"         | Bearer
                    Bearer error=                          | Bearer
                    Bearer error=,realm=x                  | Bearer
                    Bearer, =x                             | Bearer
                    Bearer error==invalid_token            | Bearer
                    Bearer "invalid_token"                 | Bearer
                    Bearer error='insufficient scope       | Bearer
                    =x, Bearer                             | Bearer
                    "Bearer", Bearer                       | Bearer
                    ,,,Bearer,,,                           | Bearer
                    (Bearer), Bearer                       | Bearer
                    Bearer@, Bearer                        | Bearer
                    Bearer error="x"y, DPoP                | Bearer DPoP
                    Bearer error={x}, Basic                | Bearer Basic
                    """)
    void whatCanNotBeReadIsLeftOutAndTheRestIsKept(String header, String schemes) {
        assertThat(Challenge.parse(List.of(header)))
                .extracting(Challenge::scheme)
                .contains(schemes.split(" "))
                .doesNotContain("invalid_token", "x");
    }

    @Test
    void unreadableErrorIsNoError() {
        assertThat(Challenge.parse(List.of("Bearer error=\"insufficient_scope")))
                .singleElement()
                .extracting(Challenge::error)
                .isEqualTo(Optional.empty());
    }

    @Test
    void parametersWithoutCommasBetweenThemAreReadAllTheSame() {
        assertThat(Challenge.parse(List.of("Bearer realm=\"a\" error=\"invalid_token\" error_description=\"b\"")))
                .singleElement()
                .extracting(Challenge::error)
                .isEqualTo(Optional.of("invalid_token"));
    }

    @ParameterizedTest
    @MethodSource("large")
    void largeHeadersAreReadInTime(String pattern) {
        String header = "Bearer " + pattern.repeat(LARGE / pattern.length());

        List<Challenge> challenges =
                assertTimeoutPreemptively(LONG_ENOUGH, () -> Challenge.parse(List.of(header, header)));

        assertThat(challenges).extracting(Challenge::scheme).contains("Bearer");
    }

    static Stream<String> large() {
        return Stream.of(
                "\"",
                "a=",
                "a=\"",
                "\\\"",
                "a=\"\\",
                "=",
                ",",
                " ",
                "\t",
                "a",
                "a ",
                "a,",
                " ,",
                "\\",
                "a=b",
                "a = ",
                "a=\"b\"",
                "a=\"b\",",
                "a=b,",
                "Bearer error=\"",
                "a=\"\\\"",
                "(",
                "\u00e9",
                "\n",
                "\u0000");
    }

    @Test
    void longQuotedTextIsReadInTime() {
        String text = "\\\"a, ".repeat(LARGE);

        List<Challenge> challenges = assertTimeoutPreemptively(
                LONG_ENOUGH, () -> Challenge.parse(List.of("Bearer realm=\"" + text + "\", error=\"invalid_token\"")));

        assertThat(challenges).singleElement().satisfies(challenge -> {
            assertThat(challenge.parameters()).containsEntry("realm", "\"a, ".repeat(LARGE));
            assertThat(challenge.error()).contains("invalid_token");
        });
    }
}
