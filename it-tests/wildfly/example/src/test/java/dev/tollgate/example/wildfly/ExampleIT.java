package dev.tollgate.example.wildfly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the guide for WildFly says, done. */
class ExampleIT {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void guideIsRight() throws Exception {
        assertThat(get("/shop/orders").statusCode()).isEqualTo(401);
        assertThat(get("/shop/catalog").body()).contains("toll ticket");

        assertThat(login().statusCode()).isEqualTo(204);
        assertThat(get("/shop/orders").body()).isEqualTo("{\"user\":\"alice\",\"token\":1}");

        awaitToken(3);
        assertThat(get("/shop/orders/later").body()).contains("alice");
        assertThat(Path.of(System.getProperty("server.home"), "standalone", "log", "server.log"))
                .content()
                .contains("DEBUG [dev.tollgate.gate]", "realm 'shop': refreshed")
                .doesNotContain("realm 'shop': no new tokens");
    }

    /** Tokens live five seconds; each call in between succeeds. */
    private static void awaitToken(int number) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        HttpResponse<String> orders;
        do {
            orders = get("/shop/orders");
            assertThat(orders.statusCode()).isEqualTo(200);
            assertThat(System.nanoTime()).as("time until token %d", number).isLessThan(end);
        } while (!orders.body().contains("\"token\":" + number));
    }

    private static HttpResponse<String> login() throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri("/shop/login")).POST(BodyPublishers.noBody()));
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
    }

    private static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + System.getProperty("server.port.http") + path);
    }
}
