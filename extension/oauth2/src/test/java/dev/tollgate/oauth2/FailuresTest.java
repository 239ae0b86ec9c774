package dev.tollgate.oauth2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.source.TokenFailure;
import dev.tollgate.testkit.Answer;
import dev.tollgate.testkit.FakeServer;
import dev.tollgate.testkit.FakeServerExtension;
import dev.tollgate.token.TokenSet;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guarantees 4, 5 and 11 at the token endpoint. */
@Timeout(60)
@ExtendWith(FakeServerExtension.class)
class FailuresTest {

    private static final String TOKENS = "{\"access_token\":\"at-2\",\"refresh_token\":\"rt-2\",\"expires_in\":60}";

    private final FakeServer fake;
    private final Server server;

    FailuresTest(FakeServer fake) {
        this.fake = fake;
        this.server = Server.of(fake);
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource({
        "400, invalid_grant, Terminal",
        "401, invalid_client, Configuration",
        "401, unauthorized_client, Configuration",
        "400, invalid_target, Configuration",
        "400, at_home, Configuration",
        "200, invalid_client, Configuration",
        "200, invalid_grant, Terminal",
        "503, Invalid_Grant, Terminal",
        "400, server_error, Transient",
        "400, , Transient",
        "401, , Transient",
        "403, , Transient",
        "400, temporarily_unavailable, Transient",
        "429, , Transient",
        "500, , Transient",
        "503, , Transient",
        "502, , OutcomeUnknown",
        "504, , OutcomeUnknown",
        "302, , Configuration",
        "404, , Configuration",
        "200, , Configuration"
    })
    void answerTellsTheKind(int status, @Nullable String error, String kind) {
        fake.faults()
                .always(
                        "/token",
                        Answer.status(status)
                                .body("application/json", error == null ? "{}" : "{\"error\":\"" + error + "\"}"));

        assertThat(Server.failure(server::refresh).getClass().getSimpleName()).isEqualTo(kind);
        assertThat(fake.requests().count("/token")).isEqualTo(1);
    }

    @Test
    void serverMayAskToBeLeftAlone() {
        fake.faults().always("/token", Answer.status(429).header("Retry-After", "7"));

        assertThat(((TokenFailure.Transient) Server.failure(server::refresh)).retryAfter())
                .hasValue(Duration.ofSeconds(7));
    }

    @Test
    void whatTheServerSaysIsShownWithoutSecrets() {
        fake.faults()
                .always(
                        "/token",
                        Answer.status(400)
                                .body(
                                        "application/json",
                                        "{\"error\":\"invalid_grant\",\"error_description\":\"rt-held of orders with"
                                                + " s3cr3t+/\\u00fc is used up\"}"));

        assertThat(Server.failure(server::refresh))
                .hasMessageContaining("400 invalid_grant: (secret) of orders with")
                .hasMessageContaining("is used up")
                .hasMessageNotContaining("rt-held")
                .hasMessageNotContaining("s3cr3t");
    }

    @Test
    void unusableTokensAreNotShown() {
        fake.faults().always("/token", Answer.status(200).body("application/json", "{\"access_token\":[\"at-2\"]}"));

        TokenFailure failure = Server.failure(server::refresh);

        assertThat(failure).isInstanceOf(TokenFailure.Configuration.class).hasNoCause();
        assertThat(failure.getMessage()).doesNotContain("at-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\""})
    void whatIsEmptyInAnAnswerIsNotThere(String empty) {
        fake.faults()
                .always(
                        "/token",
                        Answer.status(200)
                                .body(
                                        "application/json",
                                        "{\"access_token\":\"at-2\",\"token_type\":E,\"expires_in\":E,\"refresh_token\":E,\"scope\":E}"
                                                .replace("E", empty)));

        assertThat(server.refresh()).isEqualTo(TokenSet.of("at-2").build());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>at-2</html>",
                "[\"at-2\"]",
                "{\"access_token\":\"at-2\"",
                "{\"access_token\":\"\",\"refresh_token\":\"rt-2\"}",
                "{\"access_token\":\"at-2\",\"token_type\":\"Bearer\\r\\nX: y\"}"
            })
    void malformedAnswerIsToldWithoutWhatIsInIt(String body) {
        fake.faults().always("/token", Answer.status(200).body("application/json", body));

        assertThat(Server.failure(server::refresh))
                .isInstanceOf(TokenFailure.Configuration.class)
                .hasMessage("the answer to POST " + fake.uri("/token") + " has no usable tokens (RFC 6749 section 5.1)")
                .hasNoCause();
    }

    @Test
    void errorPageOfAProxyIsToldByItsStatus() {
        fake.faults().always("/token", Answer.status(400).body("text/html", "<html>rt-held is no page</html>"));

        assertThat(Server.failure(server::refresh))
                .isInstanceOfSatisfying(TokenFailure.Transient.class, later -> assertThat(later.isWithoutError())
                        .isTrue())
                .hasMessage("POST " + fake.uri("/token") + " was answered with 400");
    }

    @Test
    void realmMayCallAPageOrAnotherErrorTheEndOfTheSession() {
        Server own = server.with("terminal-statuses", "403").with("terminal-errors", "login_required");
        fake.faults()
                .next("/token", Answer.status(403).body("text/html", "<html>no</html>"))
                .next("/token", Answer.status(400).body("application/json", "{\"error\":\"login_required\"}"))
                .next("/token", Answer.status(401));

        assertThat(Server.failure(own::refresh)).isInstanceOf(TokenFailure.Terminal.class);
        assertThat(Server.failure(own::refresh)).isInstanceOf(TokenFailure.Terminal.class);
        assertThat(Server.failure(own::refresh)).isInstanceOf(TokenFailure.Transient.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/plain | {\"error\":\"invalid_grant\"}",
                "text/html | {\"error\":\"invalid_grant\"}",
                "application/x-www-form-urlencoded | error=invalid_grant&error_description=used+up",
                "text/plain | error_uri=x&error=INVALID_GRANT"
            })
    void errorCountsWhateverTheContentType(String type, String body) {
        for (int status : new int[] {200, 400, 500}) {
            fake.faults().always("/token", Answer.status(status).body(type, body));

            assertThat(Server.failure(server::refresh))
                    .isInstanceOf(TokenFailure.Terminal.class)
                    .hasMessageContaining(status + " invalid_grant");
        }
    }

    @Test
    void answerThatBreaksOffMayHaveUsedUpTheRefreshToken() {
        fake.faults().always("/token", Answer.cutShort(Answer.status(200).body("application/json", TOKENS)));

        assertThat(Server.failure(server::refresh)).isInstanceOf(TokenFailure.OutcomeUnknown.class);
        assertThat(fake.requests().count("/token")).isEqualTo(1);
    }

    @Test
    void refreshIsSentOnceWhenItsAnswerIsLost() {
        fake.faults().always("/token", Answer.dropAfterHandling());

        assertThat(Server.failure(server::refresh)).isInstanceOf(TokenFailure.OutcomeUnknown.class);
        assertThat(fake.requests().count("/token")).isEqualTo(1);
    }

    @Test
    void deadlineHoldsForTheBodyToo() {
        fake.faults()
                .always(
                        "/token",
                        Answer.drip(Answer.status(200).body("application/json", TOKENS), Duration.ofMillis(200)));
        long from = System.nanoTime();

        TokenFailure failure =
                Server.failure(() -> Server.refresh(server.source(), Server.HELD, Duration.ofMillis(500)));

        assertThat(failure).isInstanceOf(TokenFailure.OutcomeUnknown.class);
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void serverThatCanNotBeReachedHasUsedUpNothing() {
        Server down = server.with("token-endpoint", "http://127.0.0.1:1/token");

        assertThat(Server.failure(down::refresh)).isInstanceOf(TokenFailure.Transient.class);
    }

    @Test
    void endlessAnswerIsGivenUp() {
        String long1 = "\"" + "x".repeat(2 << 20) + "\"";
        fake.faults().always("/token", Answer.status(200).body("application/json", long1));

        assertThat(Server.failure(server::refresh))
                .isInstanceOf(TokenFailure.OutcomeUnknown.class)
                .hasRootCauseMessage("the answer is longer than 1048576 bytes");
    }

    @Test
    void redirectIsNotFollowed() {
        fake.faults()
                .always(
                        "/token",
                        Answer.status(307)
                                .header("Location", fake.uri("/elsewhere").toString()));

        Server.failure(server::refresh);

        assertThat(fake.requests().count("/elsewhere")).isZero();
    }
}
