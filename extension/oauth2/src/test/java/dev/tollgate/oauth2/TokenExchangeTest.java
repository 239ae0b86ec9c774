package dev.tollgate.oauth2;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import dev.tollgate.source.Reason;
import dev.tollgate.source.SessionKey;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.source.TokenRequest;
import dev.tollgate.source.TokenSource;
import dev.tollgate.source.Trigger;
import dev.tollgate.testkit.Answer;
import dev.tollgate.testkit.FakeServer;
import dev.tollgate.testkit.FakeServerExtension;
import dev.tollgate.time.Deadline;
import dev.tollgate.time.TimeSource;
import dev.tollgate.token.TokenSet;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(FakeServerExtension.class)
class TokenExchangeTest {

    private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";
    private static final String JWT = "urn:ietf:params:oauth:token-type:jwt";

    private final RSAKey issuer = Signing.rsa();
    private final FakeServer fake;
    private final Server server;

    TokenExchangeTest(FakeServer fake) {
        this.fake = fake;
        this.server = Server.of(fake).with("grant", "token_exchange");
    }

    @BeforeEach
    void trust() throws JOSEException {
        fake.tokens()
                .requireClient("orders", "s3cr3t+/ü")
                .trustIssuer("https://idp.example.com", issuer.toRSAPublicKey());
    }

    @Test
    void tokenOfTheCallerIsExchangedForOneOfTheRealm() {
        String subject = Signing.token(issuer, "alice", Duration.ofHours(2));

        TokenSet tokens = exchange(server.with("audience", "stock").with("scope", "read"), subject);

        assertThat(tokens.accessToken()).isEqualTo(fake.tokens().currentAccessToken());
        assertThat(fake.tokens().exchanges()).isEqualTo(1);
        assertThat(server.sent("/token", "subject_token")).isEqualTo(subject);
        assertThat(server.sent("/token", "subject_token_type")).isEqualTo(ACCESS_TOKEN);
        assertThat(server.sent("/token", "audience")).isEqualTo("stock");
        assertThat(server.sent("/token", "scope")).isEqualTo("read");
        assertThat(server.sent("/token", "actor_token")).isEmpty();
    }

    @Test
    void actorIsToldFromAFile(@TempDir Path folder) {
        String actor = Signing.token(issuer, "batch", Duration.ofHours(1));

        exchange(
                server.with("subject-token-type", "jwt")
                        .with("actor-token", Signing.file(folder, actor))
                        .with("actor-token-type", JWT),
                Signing.token(issuer, "alice", Duration.ofHours(2)));

        assertThat(server.sent("/token", "subject_token_type")).isEqualTo(JWT);
        assertThat(server.sent("/token", "actor_token")).isEqualTo(actor);
        assertThat(server.sent("/token", "actor_token_type")).isEqualTo(JWT);
    }

    @Test
    void whatWasHadInExchangeLivesNoLongerThanTheTokenOfTheCaller() {
        TokenSet tokens = exchange(server, Signing.token(issuer, "alice", Duration.ofMinutes(10)));

        assertThat(tokens.expiresIn().orElseThrow()).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10));
    }

    @Test
    void whatWasHadInExchangeMayLiveShorter() {
        fake.tokens().lifetime(Duration.ofMinutes(1));

        TokenSet tokens = exchange(server, Signing.token(issuer, "alice", Duration.ofMinutes(10)));

        assertThat(tokens.expiresIn()).hasValue(Duration.ofMinutes(1));
    }

    @Test
    void refreshTokenWouldOutliveTheTokenOfTheCaller() {
        fake.faults()
                .always(
                        "/token",
                        Answer.status(200)
                                .body("application/json", "{\"access_token\":\"at\",\"refresh_token\":\"rt\"}"));

        assertThat(exchange(server, "opaque").refreshToken()).isEmpty();
    }

    @Test
    void tokenOfTheCallerThatHasExpiredIsNotSent() {
        TokenSource source = server.source();
        exchange(source, Signing.token(issuer, "alice", Duration.ofMinutes(10)));

        assertThat(Server.failure(() -> exchange(source, Signing.token(issuer, "alice", Duration.ofMinutes(-1)))))
                .isInstanceOf(TokenFailure.Terminal.class)
                .hasMessage("the token of the caller, which is exchanged, has expired");
        assertThat(fake.requests().count("/token")).isEqualTo(1);
    }

    @Test
    void tokenThatTheServerRefusesIsNotShown() {
        String forged = Signing.token(Signing.rsa(), "alice", Duration.ofMinutes(10));
        fake.faults()
                .always(
                        "/token",
                        Answer.status(400)
                                .body(
                                        "application/json",
                                        "{\"error\":\"invalid_request\",\"error_description\":\"not valid: " + forged
                                                + "\"}"));

        assertThat(Server.failure(() -> exchange(server, forged)))
                .hasMessageContaining("400 invalid_request: not valid: (secret)")
                .hasMessageNotContaining(forged);
    }

    @Test
    void nobodysTokenCanNotBeExchanged() {
        assertThat(Server.failure(server::acquire))
                .isInstanceOf(TokenFailure.Terminal.class)
                .hasMessageContaining("not on behalf of anybody");
        assertThat(fake.requests().all()).isEmpty();
    }

    @Test
    void onlyThisGrantNeedsTheTokenOfTheCaller() {
        assertThat(server.source().needsSubjectToken()).isTrue();
        assertThat(server.without("grant").source().needsSubjectToken()).isFalse();
    }

    private static TokenSet exchange(Server with, String subjectToken) {
        return exchange(with.source(), subjectToken);
    }

    private static TokenSet exchange(TokenSource source, String subjectToken) {
        TokenRequest request = new TokenRequest(
                "acme",
                SessionKey.of("alice"),
                Reason.MISSING,
                new CallOf(subjectToken),
                Deadline.in(Server.PATIENCE, TimeSource.system()),
                1);
        return source.acquire(request).toCompletableFuture().join();
    }

    private record CallOf(String token) implements Trigger {

        @Override
        public String describe() {
            return "OrdersClient.orders";
        }

        @Override
        public Optional<String> subjectToken() {
            return Optional.of(token);
        }
    }
}
