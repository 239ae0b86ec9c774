package dev.tollgate.oauth2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.source.TokenFailure;
import dev.tollgate.source.TokenSource;
import dev.tollgate.testkit.Answer;
import dev.tollgate.testkit.FakeServer;
import dev.tollgate.testkit.SelfSigned;
import dev.tollgate.token.TokenSet;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real TLS server that asks its clients for their certificates (RFC 8705). */
class MutualTlsTest {

    private static SelfSigned ofServer;
    private static SelfSigned ofOrders;
    private static SelfSigned ofOther;

    private final Path keyStore;
    private FakeServer fake;

    MutualTlsTest(@TempDir Path folder) {
        keyStore = folder.resolve("key-store.p12");
    }

    @BeforeAll
    static void makeCertificates(@TempDir Path folder) {
        ofServer = SelfSigned.make(folder.resolve("server.p12"), "server");
        ofOrders = SelfSigned.make(folder.resolve("orders.p12"), "orders");
        ofOther = SelfSigned.make(folder.resolve("other.p12"), "other");
    }

    @BeforeEach
    void registerTheClient() throws IOException {
        Files.copy(ofOrders.file(), keyStore);
        fake = FakeServer.start(ofServer.trusting(ofOrders, ofOther));
        fake.tokens().requireCertificate("orders", ofOrders.thumbprint());
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void clientIsKnownByItsCertificateAndTokensAreBoundToIt() throws Exception {
        TokenSet tokens = acquire(client().source());

        assertThat(fake.requests().to("/token").get(0).body())
                .contains("client_id=orders")
                .doesNotContain("secret");
        assertThat(get(tokens, ofOrders)).isEqualTo(200);
        assertThat(get(tokens, ofOther)).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tls_client_auth", "self_signed_tls_client_auth"})
    void certificateMayBePreferredToTheSecret(String method) {
        acquire(client().with("client-secret", "s3cr3t")
                .with("client-authentication", method)
                .source());

        assertThat(fake.requests().to("/token").get(0)).satisfies(request -> {
            assertThat(request.authorization()).isEmpty();
            assertThat(request.body()).contains("client_id=orders").doesNotContain("s3cr3t");
        });
    }

    @Test
    void clientWithAnotherCertificateIsNotKnown() throws IOException {
        replaceKey(ofOther);

        assertThat(Server.failure(() -> acquire(client().source())))
                .isInstanceOf(TokenFailure.Configuration.class)
                .hasMessageContaining("invalid_client");
    }

    @Test
    void keyStoreIsReadAgainWhenItHasChanged() throws Exception {
        TokenSource source = client().source();
        acquire(source);

        replaceKey(ofOther);
        fake.tokens().requireCertificate("orders", ofOther.thumbprint());

        assertThat(get(acquire(source), ofOther)).isEqualTo(200);
    }

    @Test
    void keyStoreThatIsHalfWrittenIsReadLater() throws Exception {
        TokenSource source = client().source();
        acquire(source);

        write("half a key store");
        assertThat(get(acquire(source), ofOrders)).isEqualTo(200);

        replaceKey(ofOther);
        fake.tokens().requireCertificate("orders", ofOther.thumbprint());
        assertThat(get(acquire(source), ofOther)).isEqualTo(200);
    }

    @Test
    void refreshTokenIsNotSpentWhileThereIsNoKeyStore() throws IOException {
        TokenSource source = client().source();
        write("half a key store");

        assertThat(Server.failure(() -> Server.refresh(source, Server.HELD, Server.PATIENCE)))
                .isInstanceOfSatisfying(TokenFailure.Transient.class, failure -> assertThat(failure.wasSent())
                        .isFalse())
                .hasMessageContaining("the key store or the trust store can not be read");
    }

    @Test
    void endpointsForClientsWithACertificateAreUsed() {
        try (FakeServer plain = FakeServer.start()) {
            Server discovered = client().without("token-endpoint").with("issuer", namesEndpointsOfBoth(plain));

            discovered.revoke(acquire(discovered.source()));

            assertThat(plain.requests().count("/token") + plain.requests().count("/revoke"))
                    .isZero();
            assertThat(fake.requests().count("/token")).isEqualTo(1);
            assertThat(fake.requests().count("/revoke")).isEqualTo(1);
        }
    }

    @Test
    void endpointsForClientsWithACertificateAreNotForOthers() {
        try (FakeServer plain = FakeServer.start()) {
            Server.of(plain)
                    .without("token-endpoint")
                    .with("issuer", namesEndpointsOfBoth(plain))
                    .acquire();

            assertThat(plain.requests().count("/token")).isEqualTo(1);
            assertThat(fake.requests().all()).isEmpty();
        }
    }

    /** The metadata of {@code plain}, whose aliases are on the server that wants certificates (RFC 8705 §5). */
    private String namesEndpointsOfBoth(FakeServer plain) {
        String metadata =
                "{\"issuer\":\"%1$s\",\"token_endpoint\":\"%1$s/token\",\"revocation_endpoint\":\"%1$s/revoke\","
                        + "\"mtls_endpoint_aliases\":{\"token_endpoint\":\"%2$s/token\",\"revocation_endpoint\":\"%2$s/revoke\"}}";
        plain.faults()
                .always(
                        "/.well-known/openid-configuration",
                        Answer.status(200).body("application/json", metadata.formatted(plain.uri(), fake.uri())));
        return plain.uri().toString();
    }

    private Server client() {
        return Server.of(fake)
                .without("client-secret")
                .with("key-store", keyStore.toString())
                .with("key-store-password", SelfSigned.PASSWORD)
                .with("trust-store", ofServer.file().toString())
                .with("trust-store-password", SelfSigned.PASSWORD);
    }

    private void replaceKey(SelfSigned other) throws IOException {
        Files.copy(other.file(), keyStore, StandardCopyOption.REPLACE_EXISTING);
        changed();
    }

    private void write(String content) throws IOException {
        Files.writeString(keyStore, content);
        changed();
    }

    /** The clock of a file system may be coarse. */
    private void changed() throws IOException {
        Instant before = Files.getLastModifiedTime(keyStore).toInstant();
        Files.setLastModifiedTime(keyStore, FileTime.from(before.plusSeconds(1)));
    }

    private static TokenSet acquire(TokenSource source) {
        return source.acquire(Server.request(Server.PATIENCE))
                .toCompletableFuture()
                .join();
    }

    private int get(TokenSet tokens, SelfSigned certificate) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(fake.uri("/api/orders"))
                .header("Authorization", "Bearer " + tokens.accessToken())
                .build();
        return HttpClient.newBuilder()
                .sslContext(certificate.trusting(ofServer))
                .build()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
