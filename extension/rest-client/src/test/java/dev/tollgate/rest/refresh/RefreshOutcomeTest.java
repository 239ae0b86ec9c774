package dev.tollgate.rest.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tollgate.rest.answer.Answer;
import dev.tollgate.source.RefusalRule;
import dev.tollgate.source.TokenFailure;
import jakarta.ws.rs.ProcessingException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefreshOutcomeTest {

    private static final RefreshOutcome OUTCOME =
            new RefreshOutcome(new TokenAnswer(TokenPointers.BY_NAME), RefusalRule.SERVICE);

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({
        "400, invalid_grant, Terminal",
        "401, invalid_grant, Terminal",
        "400, temporarily_unavailable, Transient",
        "400, invalid_client, Configuration",
        "401, invalid_client, Configuration",
        "401, unauthorized_client, Configuration",
        "400, unsupported_grant_type, Configuration",
        "400, invalid_scope, Configuration",
        "400, something_else, Configuration",
        "400, , Terminal",
        "401, , Terminal",
        "403, , Terminal",
        "302, , Configuration",
        "404, , Configuration",
        "405, , Configuration",
        "408, , OutcomeUnknown",
        "429, , Transient",
        "500, , Transient",
        "502, , OutcomeUnknown",
        "503, , Transient",
        "504, , OutcomeUnknown"
    })
    void answerTellsTheKindOfFailure(int status, @Nullable String error, String kind) {
        String body = error == null ? "" : "{\"error\":\"" + error + "\",\"error_description\":\"rt-1 is old\"}";

        TokenFailure failure = failure(new Answer(status, Map.of(), body));

        assertThat(failure.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(failure)
                .hasMessageStartingWith("ShopClient.refresh was answered with " + status)
                .hasMessageNotContaining("rt-1");
    }

    @ParameterizedTest(name = "Retry-After: {0} is {1} s")
    @CsvSource(
            delimiter = '|',
            value = {
                "7 | 7",
                " 7  | 7",
                "Thu, 01 Jan 2026 00:01:00 GMT | 60",
                "Wed, 31 Dec 2025 23:00:00 GMT | ",
                "soon | ",
                "-5 | ",
                "99999999999999999999 | "
            })
    void serverMayAskToBeLeftAlone(String header, @Nullable Long seconds) {
        TokenFailure failure = failure(new Answer(503, Map.of("Retry-After", header), ""));

        assertThat(((TokenFailure.Transient) failure).retryAfter())
                .isEqualTo(Optional.ofNullable(seconds).map(Duration::ofSeconds));
    }

    @Test
    void errorThatIsNoWordIsNotRepeated() {
        assertThat(failure(new Answer(400, Map.of(), "{\"error\":\"my secret\"}")))
                .hasMessage("ShopClient.refresh was answered with 400");
    }

    @Test
    void whatDidNotReachTheServerCanBeSentAgain() {
        assertThat(withoutAnswer(new ConnectException("refused"))).isInstanceOf(TokenFailure.Transient.class);
        assertThat(withoutAnswer(new UnknownHostException("id"))).isInstanceOf(TokenFailure.Transient.class);
    }

    @Test
    void whatMayHaveReachedTheServerIsOfUnknownOutcome() {
        assertThat(withoutAnswer(new SocketTimeoutException("read"))).isInstanceOf(TokenFailure.OutcomeUnknown.class);
        assertThat(withoutAnswer(new SocketException("reset"))).isInstanceOf(TokenFailure.OutcomeUnknown.class);
        assertThat(withoutAnswer(new IllegalStateException("a bug"))).isInstanceOf(TokenFailure.OutcomeUnknown.class);
    }

    @Test
    void failureOfTheGateItselfStaysWhatItIs() {
        TokenFailure mistake = new TokenFailure.Configuration("waits for itself");

        assertThat(withoutAnswer(mistake)).isSameAs(mistake);
    }

    @Test
    void causesThatGoRoundInCirclesEnd() {
        Exception one = new IllegalStateException("one");
        Exception two = new IllegalStateException("two", one);
        one.initCause(two);

        assertThat(withoutAnswer(one)).isInstanceOf(TokenFailure.OutcomeUnknown.class);
    }

    private static TokenFailure withoutAnswer(Throwable cause) {
        return RefreshOutcome.withoutAnswer(new ProcessingException("sent", cause), "ShopClient.refresh", List.of());
    }

    private static TokenFailure failure(Answer answer) {
        return Objects.requireNonNull(catchThrowableOfType(
                TokenFailure.class, () -> OUTCOME.of(answer, "ShopClient.refresh", CLOCK, List.of("rt-1"))));
    }
}
