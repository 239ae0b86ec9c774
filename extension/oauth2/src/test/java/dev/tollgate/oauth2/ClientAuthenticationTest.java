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
import java.security.KeyPairGenerator;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    /** OpenSSL wrote it so for decades; what is in a PKCS #8 key behind its 26 bytes of head. */
    @Test
    void keyMayBePkcs1() throws JOSEException {
        RSAKey key = Signing.rsa();
        fake.tokens().requireClient("orders", key.toRSAPublicKey());
        byte[] encoded = key.toPrivateKey().getEncoded();
        String pem = "-----BEGIN RSA PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(Arrays.copyOfRange(encoded, 26, encoded.length))
                + "\n-----END RSA PRIVATE KEY-----\n";

        acquireTwice(signing(pem));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"PS256\" | PS256",
                "\"ES256\",\"PS256\",\"RS384\" | PS256",
                "\"RS512\" | RS512",
                "\"PS256\",\"RS256\" | RS256",
                "\"ES256\" | RS256",
                "'' | RS256"
            })
    void metadataChooseTheAlgorithmThatTheKeyLeavesOpen(String offered, String algorithm) throws Exception {
        Server signing = signing(Signing.pem(Signing.rsa().toPrivateKey()))
                .discovered(",\"token_endpoint_auth_signing_alg_values_supported\":[" + offered + "]");
        fake.faults().always("/token", Answer.status(200).body("application/json", "{\"access_token\":\"at\"}"));

        signing.acquire();

        assertThat(algorithm()).isEqualTo(algorithm);
    }

    @Test
    void metadataDoNotOverruleTheKey() throws Exception {
        RSAKey key =
                new RSAKey.Builder(Signing.rsa()).algorithm(JWSAlgorithm.RS512).build();
        Server signing = signing(key.toJSONString())
                .discovered(",\"token_endpoint_auth_signing_alg_values_supported\":[\"PS256\"]");
        fake.faults().always("/token", Answer.status(200).body("application/json", "{\"access_token\":\"at\"}"));

        signing.acquire();

        assertThat(algorithm()).isEqualTo("RS512");
    }

    private String algorithm() throws ParseException {
        return SignedJWT.parse(server.sent("/token", "client_assertion"))
                .getHeader()
                .getAlgorithm()
                .getName();
    }

    @ParameterizedTest
    @ValueSource(strings = {"private_key_jwt", "client_secret_jwt"})
    void audienceOfAnAssertionMayBeConfigured(String method) throws ParseException {
        fake.faults().always("/token", Answer.status(200).body("application/json", "{\"access_token\":\"at\"}"));
        Server signing = server.with(
                        "client-key", Signing.file(folder, Signing.rsa().toJSONString()))
                .with("client-secret", LONG_SECRET)
                .with("client-authentication", method);

        signing.acquire();
        assertThat(audience()).containsExactly(fake.uri("/token").toString());
        signing.discovered("").acquire();
        assertThat(audience()).containsExactly(fake.uri().toString());
        signing.with("client-assertion-audience", "https://id.example.com/aud").acquire();
        assertThat(audience()).containsExactly("https://id.example.com/aud");
    }

    private List<String> audience() throws ParseException {
        return SignedJWT.parse(server.sent("/token", "client_assertion"))
                .getJWTClaimsSet()
                .getAudience();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-----BEGIN ENCRYPTED PRIVATE KEY-----AAAA-----END ENCRYPTED PRIVATE KEY----- | is encrypted",
                "-----BEGIN EC PRIVATE KEY-----AAAA-----END EC PRIVATE KEY----- | write the key as PKCS #8",
                "-----BEGIN PRIVATE KEY-----AAAA-----END PRIVATE KEY----- | is neither an RSA nor an EC key",
                "-----BEGIN RSA PRIVATE KEY-----AAAA-----END RSA PRIVATE KEY----- | is neither an RSA nor an EC key",
                "{\"kty\":\"RSA\"} | is no usable JSON Web Key",
                "s3cret | write the key as PKCS #8"
            })
    void keyThatCannotBeUsedIsToldAtStartWithItsFile(String content, String why) {
        String file = Signing.file(folder, content);
        MapSettings settings =
                new MapSettings(Map.of("issuer", "https://id.example.com", "client-id", "orders", "client-key", file));

        new OAuth2Provider().source(settings);

        assertThat(settings.problems())
                .singleElement()
                .asString()
                .contains("must be a private key, but " + file + " ", why)
                .doesNotContain("s3cret", "AAAA");
    }

    @Test
    void keyThatIsTooShortIsToldAtStart() throws Exception {
        KeyPairGenerator pairs = KeyPairGenerator.getInstance("RSA");
        pairs.initialize(1024);
        String encoded = Base64.getEncoder()
                .encodeToString(pairs.generateKeyPair().getPrivate().getEncoded());
        String file = Signing.file(folder, "-----BEGIN PRIVATE KEY-----\n" + encoded + "\n-----END PRIVATE KEY-----");
        MapSettings settings =
                new MapSettings(Map.of("issuer", "https://id.example.com", "client-id", "orders", "client-key", file));

        new OAuth2Provider().source(settings);

        assertThat(settings.problems()).singleElement().asString().contains("has an RSA key of 1024 bits");
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
