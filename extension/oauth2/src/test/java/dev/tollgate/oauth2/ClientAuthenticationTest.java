package dev.tollgate.oauth2;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.source.TokenSource;
import dev.tollgate.testkit.Answer;
import dev.tollgate.testkit.FakeServer;
import dev.tollgate.testkit.FakeServerExtension;
import java.nio.file.Path;
import java.text.ParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client signs, before a server that verifies it and takes each assertion once. */
@ExtendWith(FakeServerExtension.class)
class ClientAuthenticationTest {

    private static final String LONG_SECRET = "a secret of at least 32 characters";

    private final Path folder;
    private final FakeServer fake;
    private final Server server;

    ClientAuthenticationTest(FakeServer fake, @TempDir Path folder) {
        this.folder = folder;
        this.fake = fake;
        this.server = Server.of(fake);
    }

    @Test
    void eachRequestIsSignedAnewWithTheKeyOfAJsonWebKey() throws JOSEException, ParseException {
        RSAKey key = Signing.rsa();
        fake.tokens().requireClient("orders", key.toRSAPublicKey());

        acquireTwice(signing(key.toJSONString()));

        assertThat(SignedJWT.parse(server.sent("/token", "client_assertion"))
                        .getHeader()
                        .getKeyID())
                .isEqualTo("key-1");
        assertThat(server.sent("/token", "client_secret")).isEmpty();
    }

    @Test
    void keyMayBePem() throws JOSEException {
        RSAKey key = Signing.rsa();
        fake.tokens().requireClient("orders", key.toRSAPublicKey());

        acquireTwice(signing(Signing.pem(key.toPrivateKey())));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void keyMayBeOnAnEllipticCurve(boolean pem) throws JOSEException {
        ECKey key = Signing.ec();
        fake.tokens().requireClient("orders", key.toECPublicKey());

        acquireTwice(signing(pem ? Signing.pem(key.toPrivateKey()) : key.toJSONString()));
    }

    @Test
    void jsonWebKeySaysHowItSigns() throws JOSEException, ParseException {
        RSAKey key =
                new RSAKey.Builder(Signing.rsa()).algorithm(JWSAlgorithm.PS256).build();
        fake.faults().always("/token", Answer.status(200).body("application/json", "{\"access_token\":\"at\"}"));
        Server signing = signing(key.toJSONString());

        signing.acquire();

        assertThat(SignedJWT.parse(signing.sent("/token", "client_assertion"))
                        .getHeader()
                        .getAlgorithm())
                .isEqualTo(JWSAlgorithm.PS256);
    }

    @Test
    void keyFileIsReadAnew() throws JOSEException {
        RSAKey known = Signing.rsa();
        fake.tokens().requireClient("orders", known.toRSAPublicKey());
        TokenSource source = signing(Signing.rsa().toJSONString()).source();
        assertThat(Server.failure(() -> acquire(source)))
                .isInstanceOf(TokenFailure.Configuration.class)
                .hasMessageContaining("its signature is not that of the client");

        Signing.file(folder, known.toJSONString());
        acquire(source);

        assertThat(fake.tokens().clientCredentials()).isEqualTo(1);
    }

    @Test
    void secretCanSignInstead() {
        fake.tokens().requireClient("orders", LONG_SECRET);

        acquireTwice(server.with("client-secret", LONG_SECRET).with("client-authentication", "client_secret_jwt"));

        assertThat(server.sent("/token", "client_secret")).isEmpty();
    }

    @Test
    void metadataMayLeaveNothingElse() {
        fake.tokens().requireClient("orders", LONG_SECRET);

        acquireTwice(server.with("client-secret", LONG_SECRET)
                .discovered(",\"token_endpoint_auth_methods_supported\":[\"private_key_jwt\",\"client_secret_jwt\"]"));

        assertThat(server.sent("/token", "client_assertion")).isNotEmpty();
    }

    private Server signing(String key) {
        return server.without("client-secret").with("client-key", Signing.file(folder, key));
    }

    private void acquireTwice(Server client) {
        TokenSource source = client.source();

        acquire(source);
        acquire(source);

        assertThat(fake.tokens().clientCredentials()).isEqualTo(2);
    }

    private static void acquire(TokenSource source) {
        source.acquire(Server.request(Server.PATIENCE)).toCompletableFuture().join();
    }
}
