package dev.tollgate.oauth2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.source.TokenFailure;
import dev.tollgate.testkit.Answer;
import dev.tollgate.testkit.FakeServer;
import dev.tollgate.testkit.FakeServerExtension;
import dev.tollgate.testkit.Recorded;
import dev.tollgate.token.TokenSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(FakeServerExtension.class)
class SignOutTest {

    private static final TokenSet SIGNED_IN =
            Server.HELD.toBuilder().attribute("id_token", "the-id-token").build();

    private final FakeServer fake;
    private final Server server;

    SignOutTest(FakeServer fake) {
        this.fake = fake;
        this.server =
                Server.of(fake).with("revocation-endpoint", fake.uri("/revoke").toString());
    }

    @Test
    void bothTokensAreRevoked() {
        server.revoke(SIGNED_IN);

        assertThat(fake.requests().to("/revoke"))
                .extracting(Recorded::body)
                .containsExactly(
                        "token_type_hint=refresh_token&token=rt-held", "token_type_hint=access_token&token=at-held");
        assertThat(fake.requests().to("/revoke").get(0).authorization()).isPresent();
    }

    @Test
    void accessTokenIsRevokedThoughTheRefreshTokenCouldNotBe() {
        fake.faults().next("/revoke", Answer.status(503));

        TokenFailure failure = Server.failure(() -> server.revoke(SIGNED_IN));

        assertThat(failure).isInstanceOf(TokenFailure.Transient.class).hasMessageEndingWith("was answered with 503");
        assertThat(fake.requests().count("/revoke")).isEqualTo(2);
    }

    @Test
    void serverIsAskedWhereTokensAreRevoked() {
        server.without("revocation-endpoint")
                .discovered(",\"revocation_endpoint\":\"" + fake.uri("/revoke") + "\"")
                .revoke(SIGNED_IN);

        assertThat(fake.requests().count("/revoke")).isEqualTo(2);
    }

    @Test
    void nothingHappensWhereTheServerCanNotRevoke() {
        server.without("revocation-endpoint").revoke(SIGNED_IN);

        assertThat(fake.requests().all()).isEmpty();
    }

    @Test
    void sessionIsEndedWhereThatIsConfigured() {
        fake.faults().always("/end", Answer.status(204));
        Server ending = server.with("end-session", "true")
                .with("end-session-endpoint", fake.uri("/end").toString());

        ending.revoke(SIGNED_IN);

        assertThat(ending.sent("/end", "refresh_token")).isEqualTo("rt-held");
        assertThat(ending.sent("/end", "id_token_hint")).isEqualTo("the-id-token");
        assertThat(fake.requests().all()).extracting(Recorded::path).containsExactly("/end", "/revoke", "/revoke");
    }

    @ParameterizedTest
    @CsvSource({
        "200, text/html, <html>do you want to log out?</html>, and a page",
        "200, , <!doctype html><p>Signed out?, and a page",
        "200, application/json, '{\"error\":\"invalid_request\"}', 200 invalid_request",
        "302, text/html, , answered with 302",
        "400, application/json, '{\"error\":\"invalid_request\"}', 400 invalid_request"
    })
    void refreshTokenIsRevokedThoughTheSessionMayGoOn(
            int status, @Nullable String type, @Nullable String body, String told) {
        fake.faults()
                .always(
                        "/end",
                        Answer.status(status)
                                .header("Location", "/login")
                                .body(type == null ? "text/plain" : type, body == null ? "" : body));

        assertThat(Server.failure(() -> ending().revoke(SIGNED_IN))).hasMessageContaining(told);

        assertThat(fake.requests().to("/revoke"))
                .extracting(Recorded::body)
                .containsExactly(
                        "token_type_hint=refresh_token&token=rt-held", "token_type_hint=access_token&token=at-held");
    }

    @ParameterizedTest
    @CsvSource({"200, ''", "200, '{}'", "200, 'signed out'", "204, ''"})
    void sessionThatHasEndedIsToldByAnyOtherSuccess(int status, String body) {
        fake.faults().always("/end", Answer.status(status).body("text/plain", body));

        ending().revoke(SIGNED_IN);

        assertThat(fake.requests().count("/revoke")).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"400, invalid_token", "400, invalid_grant", "401, invalid_token"})
    void tokenThatDiedWithTheSessionIsRevoked(int status, String error) {
        fake.faults()
                .always("/end", Answer.status(204))
                .always("/revoke", Answer.status(status).body("application/json", "{\"error\":\"" + error + "\"}"));

        ending().revoke(SIGNED_IN);

        assertThat(fake.requests().count("/revoke")).isEqualTo(2);
    }

    @Test
    void accessTokenThatCanNotBeRevokedIsNoFailure() {
        Answer unsupported = Answer.status(400).body("application/json", "{\"error\":\"unsupported_token_type\"}");
        fake.faults().next("/revoke", Answer.status(200)).next("/revoke", unsupported);
        server.revoke(SIGNED_IN);

        fake.faults().next("/revoke", unsupported);
        assertThat(Server.failure(() -> server.revoke(SIGNED_IN))).hasMessageContaining("unsupported_token_type");
    }

    @Test
    void pageIsNoRevocation() {
        fake.faults().always("/revoke", Answer.status(200).body("text/html", "<html>Sign in</html>"));

        assertThat(Server.failure(() -> server.revoke(SIGNED_IN))).hasMessageContaining("and a page");
    }

    @Test
    void revocationIsSentAgainWhereTheConnectionIsLost() {
        fake.faults().next("/revoke", Answer.drop());

        server.revoke(SIGNED_IN);

        assertThat(fake.requests().to("/revoke"))
                .extracting(Recorded::body)
                .containsExactly(
                        "token_type_hint=refresh_token&token=rt-held",
                        "token_type_hint=refresh_token&token=rt-held",
                        "token_type_hint=access_token&token=at-held");
    }

    @Test
    void refreshTokenIsRevokedWhereTheSessionCouldNotBeEnded() {
        fake.faults().always("/end", Answer.status(503));

        TokenFailure failure = Server.failure(() -> ending().revoke(SIGNED_IN));

        assertThat(failure).hasMessage("POST " + fake.uri("/end") + " was answered with 503");
        assertThat(fake.requests().to("/revoke"))
                .extracting(Recorded::body)
                .containsExactly(
                        "token_type_hint=refresh_token&token=rt-held", "token_type_hint=access_token&token=at-held");
    }

    @Test
    void idTokenIsNotShown() {
        fake.faults()
                .always(
                        "/end",
                        Answer.status(400)
                                .body(
                                        "application/json",
                                        "{\"error\":\"invalid_request\",\"error_description\":\"what is the-id-token?\"}"));

        assertThat(Server.failure(() -> ending().revoke(SIGNED_IN))).hasMessageContaining("what is (secret)?");
    }

    private Server ending() {
        return server.with("end-session", "true")
                .with("end-session-endpoint", fake.uri("/end").toString());
    }

    @Test
    void signOutCanBeKeptFromTheServer() {
        assertThat(server.with("revoke", "false").source().canRevoke()).isFalse();
    }
}
