package dev.tollgate.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.testkit.FakeServer;
import io.quarkus.test.QuarkusDevModeTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jboss.shrinkwrap.api.asset.StringAsset;

/** An application in dev mode, with the server behind its client. */
record DevMode(FakeServer server, int port) {

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
        return """
                quarkus.http.host=localhost
                quarkus.http.port=%d
                quarkus.devservices.enabled=false
                quarkus.test.continuous-testing=disabled
                quarkus.rest-client.shop.url=%s
                tollgate.shop.fail-fast=true
                """
                .formatted(port, server.uri());
    }

    URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    void signIn() throws Exception {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(uri("/desk/sign-in")).POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
