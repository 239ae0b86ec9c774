package dev.tollgate.oauth2;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.source.TokenSource;
import dev.tollgate.testkit.Answer;
import dev.tollgate.testkit.FakeServer;
import dev.tollgate.testkit.FakeServerExtension;
import dev.tollgate.token.TokenSet;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(FakeServerExtension.class)
class GrantsTest {

    private final FakeServer fake;
    private final Server server;

    GrantsTest(FakeServer fake) {
        this.fake = fake;
        this.server = Server.of(fake);
    }

    @Test
    void clientCredentialsAreFormEncodedInsideBasic() {
        fake.tokens().requireClient("orders", "s3cr3t+/ü");

        TokenSet tokens = server.with("scope", "orders:read").acquire();

        assertThat(tokens.expiresIn()).hasValue(Duration.ofHours(1));
        assertThat(tokens.refreshToken()).isEmpty();
        assertThat(server.sent("/token", "grant_type")).isEqualTo("client_credentials");
        assertThat(server.sent("/token", "scope")).isEqualTo("orders:read");
        assertThat(server.sent("/token", "client_secret")).isEmpty();
    }

    @Test
    void secretCanGoIntoTheForm() {
        fake.tokens().requireClient("orders", "s3cr3t+/ü");

        server.with("client-authentication", "client_secret_post").acquire();

        assertThat(server.sent("/token", "client_secret")).isEqualTo("s3cr3t+/ü");
        assertThat(fake.requests().to("/token").get(0).authorization()).isEmpty();
    }

    @Test
    void metadataChooseHowTheSecretIsSent() {
        server.discovered(",\"token_endpoint_auth_methods_supported\":[\"client_secret_post\"]")
                .acquire();

        assertThat(server.sent("/token", "client_secret")).isEqualTo("s3cr3t+/ü");
    }

    @Test
    void tokenOfAThirdPartyIsAnAssertion(@TempDir Path folder) throws JOSEException {
        RSAKey issuer = Signing.rsa();
        fake.tokens()
                .requireClient("orders", "s3cr3t+/ü")
                .trustIssuer("https://idp.example.com", issuer.toRSAPublicKey());
        Server asserting = server.with("grant", "jwt_bearer").with("scope", "read");
        TokenSource source = asserting
                .with("assertion", Signing.file(folder, Signing.token(issuer, "alice", Duration.ofMinutes(5))))
                .source();

        TokenSet tokens = source.acquire(Server.request(Server.PATIENCE))
                .toCompletableFuture()
                .join();
        assertThat(tokens.accessToken()).isEqualTo(fake.tokens().currentAccessToken());
        assertThat(fake.tokens().assertions()).isEqualTo(1);
        assertThat(server.sent("/token", "scope")).isEqualTo("read");

        Signing.file(folder, Signing.token(issuer, "alice", Duration.ofMinutes(-5)));
        assertThat(Server.failure(() -> source.acquire(Server.request(Server.PATIENCE))))
                .isInstanceOf(TokenFailure.Configuration.class)
                .hasMessageContaining("invalid_grant: the assertion is not that of a trusted issuer, or has expired");
    }

    @Test
    void fileWithoutAnAssertionIsTold(@TempDir Path folder) {
        Server asserting =
                server.with("grant", "jwt_bearer").with("assertion", Signing.file(folder, "no JSON Web Token at all"));

        assertThat(Server.failure(asserting::acquire))
                .hasMessage("assertion: the file has no signed JWT to exchange for tokens");
        assertThat(fake.requests().all()).isEmpty();
    }

    @Test
    void refreshTokenOfAPublicClientIsRefreshed() {
        Server publicClient = server.without("client-secret").with("grant", "refresh_token");
        fake.faults()
                .always("/token", tokens("{\"access_token\":\"at-2\",\"refresh_token\":\"rt-2\",\"expires_in\":5}"));

        TokenSet tokens = publicClient.refresh();

        assertThat(tokens.accessToken()).isEqualTo("at-2");
        assertThat(tokens.tokenType()).isEqualTo("Bearer");
        assertThat(tokens.refreshToken()).hasValue("rt-2");
        assertThat(server.sent("/token", "refresh_token")).isEqualTo("rt-held");
        assertThat(server.sent("/token", "client_id")).isEqualTo("orders");
        assertThat(publicClient.source().canAcquire()).isFalse();
    }

    @Test
    void audienceAndResourceAreAskedForAtEachRequest() {
        fake.faults().always("/token", tokens("{\"access_token\":\"at\"}"));
        Server aimed = server.with("audience", "orders-api").with("resource", "https://api.example.com/");

        aimed.refresh();

        assertThat(server.sent("/token", "audience")).isEqualTo("orders-api");
        assertThat(server.sent("/token", "resource")).isEqualTo("https://api.example.com/");
    }

    @Test
    void passwordIsSentWhereItIsConfigured() {
        server.with("grant", "password")
                .with("username", "alice")
                .with("password", "alice")
                .acquire();

        assertThat(fake.tokens().logins()).isEqualTo(1);
    }

    @Test
    void lifetimeIsThatOfTheJwtWhoseClockMayBeWrong() {
        String jwt = encoded("{\"alg\":\"none\"}") + "." + encoded("{\"iat\":1000,\"exp\":1300}") + ".";
        fake.faults().always("/token", tokens("{\"access_token\":\"" + jwt + "\"}"));

        assertThat(server.with("token-lifetime", "PT1M").acquire().expiresIn()).hasValue(Duration.ofMinutes(5));
    }

    @Test
    void configuredLifetimeHoldsWhereNobodySaysIt() {
        fake.faults().always("/token", tokens("{\"access_token\":\"opaque\"}"));

        assertThat(server.with("token-lifetime", "PT1M").acquire().expiresIn()).hasValue(Duration.ofMinutes(1));
        assertThat(server.acquire().expiresIn()).isEmpty();
    }

    @Test
    void nobodyCanSignInToTheApplicationsOwnSession() {
        fake.faults().always("/token", Answer.status(400).body("application/json", "{\"error\":\"invalid_grant\"}"));

        assertThat(Server.failure(server::acquire)).isInstanceOf(TokenFailure.Configuration.class);
        assertThat(Server.failure(server::refresh)).isInstanceOf(TokenFailure.Terminal.class);
    }

    private static Answer tokens(String json) {
        return Answer.status(200).body("application/json", json);
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
