package dev.tollgate.oauth2;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.tollgate.oauth2.OAuth2Settings.Http;
import dev.tollgate.oauth2.OAuth2Settings.Store;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.testkit.FakeServer;
import dev.tollgate.testkit.FakeServerExtension;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A server whose certificate nobody knows but those who are told. */
@ExtendWith(FakeServerExtension.class)
class TrustStoreTest {

    private static final String PASSWORD = "changeit";
    private static final byte[] TOKENS = "{\"access_token\":\"at\",\"token_type\":\"Bearer\"}".getBytes(UTF_8);

    private final Server client;
    private final Path store;
    private final HttpsServer https;

    TrustStoreTest(FakeServer fake, @TempDir Path folder) throws Exception {
        store = folder.resolve("server.p12");
        makeCertificate(store);
        https = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        client = Server.of(fake)
                .with(
                        "token-endpoint",
                        "https://127.0.0.1:" + https.getAddress().getPort() + "/token");
    }

    @BeforeEach
    void start() throws IOException, GeneralSecurityException {
        Http own = new Http(
                Duration.ofSeconds(2),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Store(store, Optional.of(PASSWORD))),
                Optional.empty());
        https.setHttpsConfigurator(new HttpsConfigurator(Stores.context(own)));
        https.createContext("/token", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, TOKENS.length);
            exchange.getResponseBody().write(TOKENS);
            exchange.close();
        });
        https.start();
    }

    @AfterEach
    void stop() {
        https.stop(0);
    }

    @Test
    void serverIsTrustedWhoseCertificateIsInTheStore() {
        Server trusting = client.with("trust-store", store.toString()).with("trust-store-password", PASSWORD);

        assertThat(trusting.acquire().accessToken()).isEqualTo("at");
    }

    @Test
    void serverThatNobodyKnowsIsToldNothing() {
        assertThat(Server.failure(client::refresh))
                .isInstanceOfSatisfying(TokenFailure.Transient.class, failure -> assertThat(failure.wasSent())
                        .isFalse())
                .hasMessageContaining("did not reach the server");
    }

    private static void makeCertificate(Path store) throws IOException, InterruptedException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "server",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .start();
        keytool.getInputStream().readAllBytes();
        assertThat(keytool.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(keytool.exitValue()).isZero();
    }
}
