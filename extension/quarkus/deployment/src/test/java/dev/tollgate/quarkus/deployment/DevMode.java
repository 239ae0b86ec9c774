package dev.tollgate.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.testkit.FakeServer;
import io.quarkus.test.QuarkusDevModeTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jboss.shrinkwrap.api.asset.StringAsset;

/** An application in dev mode, with the server behind its client. */
record DevMode(FakeServer server, int port) {

    private static final Logger LOG = System.getLogger(DevMode.class.getName());

    /** A connection of HTTP/2 is ended while a reload answers on it. */
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** A free port, since nobody is told which one dev mode has found. */
    static DevMode prepare() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new DevMode(FakeServer.start(), free.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    QuarkusDevModeTest application() {
        return new QuarkusDevModeTest().withApplicationRoot(jar -> jar.addClasses(ShopClient.class, ShopDesk.class)
                .addAsResource(new StringAsset(configuration()), "application.properties"));
    }

    private String configuration() {
        return address()
                + """
                quarkus.rest-client.shop.url=%s
                tollgate.shop.fail-fast=true
                """
                        .formatted(server.uri());
    }

    /** What any application needs to be found. */
    String address() {
        return """
                quarkus.http.host=localhost
                quarkus.http.port=%d
                quarkus.devservices.enabled=false
                quarkus.test.continuous-testing=disabled
                """
                .formatted(port);
    }

    URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    void signIn() throws Exception {
        post("/desk/sign-in");
    }

    void post(String path) throws Exception {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(uri(path)).POST(BodyPublishers.noBody()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    /**
     * Whoever comes first after a change causes the reload, and the open page of the Dev UI may be the first. A request that
     * comes while another one's reload is under way may be cut, or served by the application from before, beans of which
     * then stay for good (https://github.com/quarkusio/quarkus/issues/51451): so this one asks for nothing.
     */
    void reload() throws Exception {
        try {
            get("/nothing");
        } catch (IOException e) {
            LOG.log(Level.INFO, "cut by the reload", e);
        }
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
