package dev.tollgate.rest.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tollgate.rest.answer.Answer;
import dev.tollgate.source.RefusalRule;
import dev.tollgate.source.TokenFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guarantees 4 and 5: which part of an answer counts, and that none of it is repeated. */
class RefreshAnswerTest {

    private static final RefreshOutcome OUTCOME =
            new RefreshOutcome(new TokenAnswer(TokenPointers.BY_NAME), RefusalRule.SERVICE);

    private static final List<String> SECRETS = List.of("rt-secret", "at-secret");

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T08:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 299})
    void successBringsTokens(int status) {
        assertThat(OUTCOME.of(answer(status, "{\"access_token\":\"at-2\"}"), "ShopClient.refresh", CLOCK, SECRETS)
                        .accessToken())
                .isEqualTo("at-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>at-secret</html>", "{\"error\":\"invalid_client\"}", "{\"error\":null}"})
    void successWithoutTokensIsAMatterOfConfiguration(String body) {
        assertThat(failure(answer(200, body))).isInstanceOf(TokenFailure.Configuration.class);
    }

    /** The other way round: a status of success does not hide that the session is over. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":\"invalid_grant\",\"error_description\":\"used up\"}",
                "{\"error\":\"INVALID_GRANT\",\"error_description\":\"used up\",\"access_token\":null}",
                "\uFEFF{\"error\":\"invalid_grant\",\"error_description\":\"used up\"}",
                "error=invalid_grant&error_description=used+up"
            })
    void successThatNamesAnErrorIsARefusalInTheServersWords(String body) {
        assertThat(failure(answer(200, body)))
                .isInstanceOf(TokenFailure.Terminal.class)
                .hasMessage("ShopClient.refresh was answered with 200 invalid_grant: used up");
    }

    @Test
    void tokensGoBeforeAnError() {
        String body = "{\"access_token\":\"at-2\",\"error\":\"invalid_grant\"}";

        assertThat(OUTCOME.of(answer(200, body), "ShopClient.refresh", CLOCK, SECRETS)
                        .accessToken())
                .isEqualTo("at-2");
    }

    @Test
    void readerThatFailsOverAnErrorDoesNotHideIt() {
        RefreshOutcome strict = new RefreshOutcome(
                (answer, call) -> {
                    throw TokenFailure.Configuration.unusableAnswer("no session in it", null);
                },
                RefusalRule.SERVICE);

        assertThat(failure(strict, answer(200, "{\"error\":\"invalid_grant\"}")))
                .isInstanceOf(TokenFailure.Terminal.class);
        assertThat(failure(strict, answer(200, "{}"))).hasMessage("no session in it");
    }

    @ParameterizedTest
    @CsvSource({
        "302, Configuration",
        "400, Terminal",
        "401, Terminal",
        "403, Terminal",
        "404, Configuration",
        "405, Configuration",
        "408, OutcomeUnknown",
        "415, Configuration",
        "429, Transient",
        "500, Transient",
        "501, Transient",
        "502, OutcomeUnknown",
        "503, Transient",
        "504, OutcomeUnknown",
        "507, Transient",
        "599, Transient",
    })
    void statusDecidesWhereThereIsNoOauthError(int status, String kind) {
        for (String body : new String[] {"", "<html>", "{}", "[]", "{\"error\":null}", "{\"error\":1}"}) {
            TokenFailure failure = failure(answer(status, body));
            assertThat(failure).hasMessage("ShopClient.refresh was answered with " + status);
            assertThat(failure.getClass().getSimpleName()).isEqualTo(kind);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "503, invalid_grant, Terminal",
        "503, temporarily_unavailable, Transient",
        "400, invalid_request, Configuration",
        "500, server_error, Transient",
        "502, server_error, Transient",
        "429, slow_down, Transient",
        "400, INVALID_CLIENT, Configuration",
        "400, at_home, Configuration",
    })
    void oauthErrorGoesBeforeTheStatus(int status, String error, String kind) {
        TokenFailure failure = failure(answer(status, "{\"error\":\"%s\"}".formatted(error)));

        assertThat(failure)
                .hasMessageStartingWith(
                        "ShopClient.refresh was answered with " + status + " " + error.toLowerCase(Locale.ROOT));
        assertThat(failure.getClass().getSimpleName()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    120                             | PT2M
                    0                               | PT0S
                    ' 7 '                           | PT7S
                    999999999                       | PT277777H46M39S
                    Tue, 24 Nov 2026 08:01:30 GMT   | PT1M30S
                    Tue, 24 Nov 2026 08:00:00 GMT   | PT0S
                    Tue, 24 Nov 2026 07:59:59 GMT   | -
                    9999999999                      | -
                    -5                              | -
                    1.5                             | -
                    soon                            | -
                    ''                              | -
                    2026-11-24T08:01:30Z            | -
                    Mon, 24 Nov 2026 08:01:30 GMT   | -
                    """)
    void retryAfterIsSecondsOrADateAndAnythingElseIsIgnored(String header, @Nullable Duration wait) {
        for (int status : new int[] {429, 500, 503}) {
            assertThat(retryAfter(new Answer(status, Map.of("Retry-After", header), "")))
                    .as("status %s", status)
                    .isEqualTo(Optional.ofNullable(wait));
        }
    }

    @Test
    void retryAfterNeedNotBeThere() {
        assertThat(retryAfter(answer(503, ""))).isEmpty();
    }

    @Test
    void retryAfterIsHonouredBesidesAnOauthErrorToo() {
        Answer answer = new Answer(503, Map.of("Retry-After", "30"), "{\"error\":\"temporarily_unavailable\"}");

        assertThat(retryAfter(answer)).contains(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 400, 401, 404, 408, 429, 500, 502})
    void messagesRepeatNothingOfTheAnswer(int status) {
        for (String body : new String[] {
            "at-secret",
            "{\"error\":\"at-secret rt-secret\"}",
            "{\"error\":\"eyJ0.at-secret.x9\"}",
            "{\"error\":\"%s\"}".formatted("at-secret".repeat(50)),
            "{\"error\":\"invalid_grant\",\"error_description\":\"rt-secret\"}",
            "{\"access_token\":{\"at-secret\":1},\"refresh_token\":\"rt-secret\"}",
        }) {
            TokenFailure failure = failure(new Answer(status, Map.of("Retry-After", "at-secret"), body));
            assertThat(failure).hasNoCause();
            assertThat(failure.getMessage())
                    .startsWith("")
                    .doesNotContain("at-secret", "rt-secret")
                    .contains("ShopClient.refresh");
        }
    }

    @Test
    void answersShowNothingOfTheirBody() {
        assertThat(new Answer(200, Map.of(), "{\"access_token\":\"at-secret\"}"))
                .hasToString("status 200, 28 characters");
    }

    private static Answer answer(int status, String body) {
        return new Answer(status, Map.of(), body);
    }

    private static TokenFailure failure(Answer answer) {
        return failure(OUTCOME, answer);
    }

    private static TokenFailure failure(RefreshOutcome outcome, Answer answer) {
        return catchThrowableOfType(TokenFailure.class, () -> outcome.of(answer, "ShopClient.refresh", CLOCK, SECRETS));
    }

    private static Optional<Duration> retryAfter(Answer answer) {
        assertThat(failure(answer)).isInstanceOf(TokenFailure.Transient.class);
        return ((TokenFailure.Transient) failure(answer)).retryAfter();
    }
}
