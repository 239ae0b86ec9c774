package dev.tollgate.oauth2;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.source.TokenFailure;
import dev.tollgate.source.TokenSource;
import dev.tollgate.testkit.Answer;
import dev.tollgate.testkit.FakeServer;
import dev.tollgate.testkit.FakeServerExtension;
import dev.tollgate.testkit.SelfSigned;
import dev.tollgate.token.TokenSet;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(FakeServerExtension.class)
class ProxyTest {

    /** Where nobody listens. */
    private static final String ELSEWHERE = "127.0.0.1:1";

    private final FakeServer proxy;

    ProxyTest(FakeServer proxy) {
        this.proxy = proxy;
    }

    @Test
    void serverIsReachedThroughTheProxy() {
        Server.of(proxy)
                .with("token-endpoint", "http://" + ELSEWHERE + "/token")
                .with("proxy", proxy.uri().toString())
                .acquire();

        assertThat(proxy.tokens().clientCredentials()).isEqualTo(1);
        assertThat(proxy.requests().to("/token").get(0).header("Host")).hasValue(ELSEWHERE);
    }

    @Test
    void proxyIsToldWhoAsks() {
        Server.of(proxy)
                .with("token-endpoint", "http://" + ELSEWHERE + "/token")
                .with("proxy", proxy.uri().toString())
                .with("proxy-user", "me")
                .with("proxy-password", "p\u00e4ss:w\u00f6rd")
                .acquire();

        assertThat(proxy.requests().to("/token").get(0).header("Proxy-Authorization"))
                .hasValue(basic("me:p\u00e4ss:w\u00f6rd"));
    }

    /** Or the refresh would be sent to a server that nothing was heard of. */
    @Test
    void proxyIsToldWhoAsksWhetherTheServerIsThereToo() {
        TokenSource source = Server.of(proxy)
                .with("token-endpoint", "http://" + ELSEWHERE + "/token")
                .with("grant", "refresh_token")
                .with("proxy", proxy.uri().toString())
                .with("proxy-user", "me")
                .with("proxy-password", "secret")
                .source();
        proxy.faults().always("/token", Answer.status(502));

        Throwable failure = Server.failure(() ->
                Server.refreshOnce(source, TokenSet.of("at").refreshToken("rt").build()));

        assertThat(failure).isInstanceOfSatisfying(TokenFailure.Transient.class, told -> assertThat(told.wasSent())
                .isFalse());
        assertThat(proxy.requests().to("/token")).singleElement().satisfies(request -> assertThat(
                        request.header("Proxy-Authorization"))
                .hasValue(basic("me:secret")));
    }

    @Test
    void proxyIsToldWhoAsksForATunnelAndTheServerIsNot(@TempDir Path folder) throws Exception {
        SelfSigned certificate = SelfSigned.make(folder.resolve("server.p12"), "server");
        try (FakeServer server = FakeServer.start(certificate.trusting());
                TunnelProxy tunnels = TunnelProxy.start(basic("me:pw"))) {
            Server behind = Server.of(server)
                    .with("trust-store", certificate.file().toString())
                    .with("trust-store-password", SelfSigned.PASSWORD)
                    .with("proxy", "http://127.0.0.1:" + tunnels.port())
                    .with("proxy-user", "me");

            behind.with("proxy-password", "pw").acquire();
            assertThat(server.requests().to("/token")).singleElement().satisfies(request -> assertThat(
                            request.header("Proxy-Authorization"))
                    .isEmpty());

            assertThat(Server.failure(behind.with("proxy-password", "another")::refresh))
                    .isInstanceOf(TokenFailure.Configuration.class)
                    .hasMessageContaining("proxy-user");
            assertThat(server.requests().to("/token")).hasSize(1);
        }
    }

    @Test
    void serverThatRefusesTheClientIsNotTakenForTheProxy() {
        proxy.faults().always("/token", Answer.status(401).body("application/json", "{\"error\":\"invalid_client\"}"));
        Server behind = Server.of(proxy)
                .with("token-endpoint", "http://" + ELSEWHERE + "/token")
                .with("proxy", proxy.uri().toString())
                .with("proxy-user", "me")
                .with("proxy-password", "pw");

        assertThat(Server.failure(behind::refresh))
                .isInstanceOf(TokenFailure.Configuration.class)
                .hasMessageContaining("401 invalid_client");
    }

    private static String basic(String both) {
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(UTF_8));
    }

    @Test
    void refreshTokenIsUnsentWhereTheProxyDoesNotReachTheServer() throws Exception {
        try (ServerSocket refusing = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> refusal = CompletableFuture.runAsync(() -> refuse(refusing));
            Server behind = Server.of(proxy)
                    .with("token-endpoint", "https://" + ELSEWHERE + "/token")
                    .with("proxy", "http://127.0.0.1:" + refusing.getLocalPort());

            assertThat(Server.failure(behind::refresh))
                    .isInstanceOfSatisfying(TokenFailure.Transient.class, failure -> assertThat(failure.wasSent())
                            .isFalse());
            refusal.join();
        }
    }

    /** As proxies do that get no connection to where they should go. */
    private static void refuse(ServerSocket proxy) {
        try (Socket connection = proxy.accept()) {
            BufferedReader request = new BufferedReader(new InputStreamReader(connection.getInputStream(), US_ASCII));
            while (!request.readLine().isEmpty()) {
                // up to the end of the request
            }
            connection
                    .getOutputStream()
                    .write("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
