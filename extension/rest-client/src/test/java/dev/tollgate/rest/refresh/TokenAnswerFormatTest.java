package dev.tollgate.rest.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.tollgate.source.TokenFailure;
import dev.tollgate.token.TokenSet;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6749 §5.1: what a token answer may look like, and what is said of others. */
class TokenAnswerFormatTest {

    @ParameterizedTest
    @ValueSource(strings = {"null", "1", "true", "{}", "[]", "\"\"", "\"  \""})
    void whatIsOptionalAndNoTextOrBlankCountsAsMissing(String value) {
        TokenSet tokens = read("{\"access_token\":\"at\",\"refresh_token\":%1$s,\"token_type\":%1$s}".formatted(value));

        assertThat(tokens.refreshToken()).isEmpty();
        assertThat(tokens.tokenType()).isEqualTo("Bearer");
    }

    @ParameterizedTest
    @CsvSource({
        "300,            PT5M",
        "300.0,          PT5M",
        "1.5,            PT1.5S",
        "3e2,            PT5M",
        "1e-9,           PT0.000000001S",
        "1e-99999,       PT0S",
        "\"300\",        PT5M",
        "\" 300 \",      PT5M",
        "\"299.5\",      PT4M59.5S",
        "0,              PT0S",
        "-60,            PT-1M",
        "2147483647,     PT596523H14M7S",
        "2147483648,     PT596523H14M7S",
        "1e99999,        PT596523H14M7S",
        "-1e99999,       PT-596523H-14M-7S",
        "\"1e2147483647\", PT596523H14M7S",
    })
    void lifetimeIsANumberOfSecondsWrittenInAnyWayAndCappedWhereItIsHuge(String written, Duration lifetime) {
        assertThat(withLifetime(written)).contains(lifetime);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false", "\"soon\"", "\"\"", "{}", "[300]", "\"5m\"", "\"1e9999999999\""})
    void lifetimeThatIsNoNumberIsUnknown(String written) {
        assertThat(withLifetime(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"access_token\":null,\"refresh_token\":\"rt-secret\"}",
                "{\"access_token\":\"\",\"refresh_token\":\"rt-secret\"}",
                "{\"access_token\":\" \\t\\n\",\"refresh_token\":\"rt-secret\"}",
                "{\"access_token\":42}",
                "{\"access_token\":[\"at-secret\"]}",
                "{\"access_token\":{\"value\":\"at-secret\"}}",
                "{\"Access_Token\":\"at-secret\"}",
                "{\"accessToken\":\"at-secret\"}",
                "{\"data\":{\"access_token\":\"at-secret\"}}",
            })
    void answerWithoutAnAccessTokenIsToldAsSuch(String body) {
        assertUnusable(body, "has no text \"access_token\"");
    }

    @ParameterizedTest
    @MethodSource
    void answerThatIsNoJsonObjectIsToldAsSuch(String body) {
        assertUnusable(body, "is not a JSON object");
    }

    static Stream<String> answerThatIsNoJsonObjectIsToldAsSuch() {
        return Stream.of(
                "",
                "  \n",
                "null",
                "true",
                "\"at-secret\"",
                "[\"at-secret\"]",
                "[{\"access_token\":\"at-secret\"}]",
                "<html><body>at-secret</body></html>",
                "access_token=at-secret&expires_in=300",
                "{\"access_token\":\"at-secret\"",
                "{\"access_token\":\"at-sec",
                "{\"access_token\":\"at-secret\",}",
                "{access_token:\"at-secret\"}",
                "\u0000at-secret",
                "at-secret");
    }

    @Test
    void numberBeyondTheLimitsOfTheJsonReaderIsToldAsSuch() {
        assertUnusable(
                "{\"access_token\":\"at-secret\",\"expires_in\":%s}".formatted("9".repeat(5_000)),
                "is not a JSON object");
    }

    @Test
    void deeplyNestedAnswerIsToldAsSuchInTime() {
        assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertUnusable("{\"a\":[".repeat(100_000), "is not a JSON object"));
    }

    @Test
    void lastOfTwoEqualFieldsCounts() {
        assertThat(read("{\"access_token\":\"first\",\"access_token\":\"second\"}")
                        .accessToken())
                .isEqualTo("second");
    }

    private static Optional<Duration> withLifetime(String written) {
        return read("{\"access_token\":\"at\",\"expires_in\":%s}".formatted(written))
                .expiresIn();
    }

    private static TokenSet read(String body) {
        return Readings.tokens(TokenPointers.BY_NAME, body, "ShopClient.refresh");
    }

    /** The whole message: nothing of the answer is in it. */
    private static void assertUnusable(String body, String what) {
        assertThatExceptionOfType(TokenFailure.Configuration.class)
                .isThrownBy(() -> read(body))
                .withMessage("the answer to ShopClient.refresh " + what + " (RFC 6749 section 5.1)")
                .withNoCause();
    }
}
