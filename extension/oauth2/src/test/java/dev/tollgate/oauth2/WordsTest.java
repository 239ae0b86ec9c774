package dev.tollgate.oauth2;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.source.TokenFailure;
import dev.tollgate.source.TokenSource;
import dev.tollgate.testkit.Answer;
import dev.tollgate.testkit.FakeServer;
import dev.tollgate.testkit.FakeServerExtension;
import dev.tollgate.testkit.SelfSigned;
import dev.tollgate.token.TokenSet;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a server that cannot be reached, or refuses: why, and which property to look at. */
@ExtendWith(FakeServerExtension.class)
class WordsTest {

    private final FakeServer fake;
    private final Server server;

    WordsTest(FakeServer fake) {
        this.fake = fake;
        this.server = Server.of(fake);
    }

    /** Too long for a name: no server is asked for it. */
    private static final String NO_HOST = "a234567890123456789012345678901234567890123456789012345678901234.invalid";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://127.0.0.1:1/token | the connection was refused (look at token-endpoint)",
                "http://" + NO_HOST + "/token | its host is unknown (look at token-endpoint)"
            })
    void serverThatIsNotReachedIsToldWithTheProperty(String endpoint, String why) {
        assertUnsent(server.with("token-endpoint", endpoint), why);
        assertUnsent(
                server.without("token-endpoint").with("issuer", endpoint), why.replace("token-endpoint", "issuer"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:1", "http://" + NO_HOST + ":3128"})
    void proxyThatIsNotReachedIsToldAsSuch(String proxy) {
        assertUnsent(server.with("token-endpoint", "http://127.0.0.1:1/token").with("proxy", proxy), "(look at proxy)");
    }

    @Test
    void certificatesAreToldApart(@TempDir Path folder) throws Exception {
        SelfSigned certificate = SelfSigned.make(folder.resolve("server.p12"), "server");
        try (FakeServer secure = FakeServer.start(certificate.trusting())) {
            String endpoint = secure.uri("/token").toString();

            assertUnsent(
                    server.with("token-endpoint", endpoint), "its certificate is not trusted (look at trust-store)");
        }
    }

    @Test
    void serverWithoutTlsIsToldAsSuch() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> answered = CompletableFuture.runAsync(() -> answerPlainly(plain));
            String endpoint = "https://127.0.0.1:" + plain.getLocalPort() + "/token";

            assertThat(Server.failure(server.with("token-endpoint", endpoint)::refresh))
                    .hasMessageContaining("it does not speak TLS (look at the https in token-endpoint)");
            answered.join();
        }
    }

    private static void answerPlainly(ServerSocket plain) {
        try (Socket connection = plain.accept()) {
            connection.getInputStream().read(new byte[4096]);
            connection.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
            connection.getOutputStream().flush();
            connection.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void answerThatDoesNotComeIsToldWithTheTimeouts() {
        fake.faults()
                .always("/token", Answer.drip(Answer.status(200).body("application/json", "{}"), Duration.ofHours(1)));

        assertThat(Server.failure(() -> Server.refresh(server.source(), Server.HELD, Duration.ofMillis(500))))
                .isInstanceOf(TokenFailure.OutcomeUnknown.class)
                .hasMessageContaining("no answer in time (look at read-timeout and attempt-timeout)");
    }

    @Test
    void probeSaysItToo() {
        assertThat(Server.failure(() -> Server.refreshOnce(
                        server.with("token-endpoint", "http://127.0.0.1:1/token")
                                .source(),
                        Server.HELD)))
                .hasMessageContaining("the connection was refused (look at token-endpoint)");
    }

    @Test
    void outageIsLoggedAtOnceAndOnceUntilTheServerAnswers() {
        TokenSource source =
                server.with("token-endpoint", "http://127.0.0.1:1/token").source();

        List<String> logged = warnings(() -> {
            for (int i = 0; i < 3; i++) {
                Server.failure(() -> Server.refresh(source, Server.HELD, Server.PATIENCE));
            }
        });

        assertThat(logged)
                .singleElement()
                .asString()
                .contains(
                        "realm 'acme'",
                        "http://127.0.0.1:1/token",
                        "the connection was refused (look at token-endpoint)");
    }

    @ParameterizedTest
    @CsvSource({
        "client_secret_basic, invalid_client",
        "client_secret_post, invalid_client",
        "client_secret_post, unauthorized_client"
    })
    void clientThatIsRefusedIsNamedWithItsMethod(String method, String error) {
        fake.faults().always("/token", Answer.status(401).body("application/json", "{\"error\":\"" + error + "\"}"));

        assertThat(Server.failure(server.with("client-authentication", method)::refresh))
                .isInstanceOf(TokenFailure.Configuration.class)
                .hasMessageContaining("by client 'orders' (" + method + ") was answered with 401 " + error);
    }

    @ParameterizedTest
    @CsvSource({
        "301, https://id.example.com/token?code=s3cret, https://id.example.com/token",
        "302, /login?next=s3cret, /login",
        "307, https://id.example.com:8443, https://id.example.com:8443",
        "308, https://me:s3cret@id.example.com/t, https://id.example.com/t"
    })
    void redirectOfTheTokenEndpointSaysWhereTo(int status, String location, String shown) {
        fake.faults().always("/token", Answer.status(status).header("Location", location));

        assertThat(Server.failure(server::refresh))
                .isInstanceOf(TokenFailure.Configuration.class)
                .hasMessageContaining(
                        "was answered with " + status + ", a redirect to " + shown + ", which is not followed")
                .hasMessageNotContaining("s3cret");
        assertThat(fake.requests().count("/")).isEqualTo(1);
    }

    @Test
    void redirectOfOtherEndpointsSaysWhereToAsWell() {
        fake.faults().always("/revoke", Answer.status(302).header("Location", "https://id.example.com/login"));
        Server revoking = server.with("revocation-endpoint", fake.uri("/revoke").toString());

        assertThat(Server.failure(() -> revoking.revoke(Server.HELD)))
                .hasMessageContaining("a redirect to https://id.example.com/login");
    }

    /** Nothing that a proxy says of itself is about the session. */
    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"error\":\"invalid_grant\"}", "{\"error\":\"server_error\"}", "<html>"})
    void refusalOfAProxyIsTheProxys(String body) {
        fake.faults().always("/token", Answer.status(407).body("application/json", body));

        assertThat(Server.failure(server.with("terminal-statuses", "401,407")::refresh))
                .isInstanceOf(TokenFailure.Configuration.class)
                .hasMessageContaining("by the proxy: are proxy-user and proxy-password those that it knows?");
    }

    @Test
    void refreshTokenDoesNotGoToAProxyThatRefuses() {
        fake.faults().always("/token", Answer.status(407));

        assertThat(Server.failure(() -> Server.refreshOnce(
                        server.source(), TokenSet.of("at").refreshToken("rt-1").build())))
                .isInstanceOf(TokenFailure.Configuration.class)
                .hasMessageContaining("by the proxy");
        assertThat(fake.requests().to("/token")).singleElement().satisfies(request -> assertThat(request.body())
                .isEmpty());
    }

    private static void assertUnsent(Server server, String why) {
        assertThat(Server.failure(server::refresh))
                .isInstanceOfSatisfying(TokenFailure.Transient.class, failure -> assertThat(failure.wasSent())
                        .isFalse())
                .hasMessageContaining(why);
    }

    private static List<String> warnings(Runnable work) {
        Logger logger = Logger.getLogger("dev.tollgate.oauth2");
        List<String> messages = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord record) {
                messages.add(record.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        logger.addHandler(handler);
        try {
            work.run();
        } finally {
            logger.removeHandler(handler);
        }
        return messages;
    }
}
