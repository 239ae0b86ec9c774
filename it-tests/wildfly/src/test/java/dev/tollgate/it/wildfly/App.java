package dev.tollgate.it.wildfly;

import dev.tollgate.gate.TokenGate;
import dev.tollgate.it.wildfly.app.Orders;
import dev.tollgate.rest.Tollgate;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The small application from outside: its WAR, and what a browser would do with it. */
record App(String name) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** The WAR of an application that calls the service at {@code service}. */
    WebArchive with(URI service) {
        return without(service)
                .addAsLibraries(
                        Libraries.of(Tollgate.class, "tollgate-rest-client.jar"),
                        Libraries.of(TokenGate.class, "tollgate-core.jar"));
    }

    /** The same without Tollgate's jars: its annotations mean nothing then. */
    WebArchive without(URI service) {
        return ShrinkWrap.create(WebArchive.class, name + ".war")
                .addPackage(Orders.class.getPackage())
                .addAsWebInfResource("beans.xml")
                .addAsResource(
                        new StringAsset("shop/mp-rest/url=" + service), "META-INF/microprofile-config.properties");
    }

    String login(String user) throws IOException, InterruptedException {
        return send("/orders/login", HttpRequest.newBuilder().POST(BodyPublishers.ofString(user)));
    }

    String logout() throws IOException, InterruptedException {
        return send("/orders/logout", HttpRequest.newBuilder().POST(BodyPublishers.noBody()));
    }

    /** Whose orders the application gets, or what goes wrong. */
    String orders() throws IOException, InterruptedException {
        return send("/orders", HttpRequest.newBuilder().GET());
    }

    /** The same by an asynchronous call. */
    String ordersLater() throws IOException, InterruptedException {
        return send("/orders/later", HttpRequest.newBuilder().GET());
    }

    private String send(String path, HttpRequest.Builder request) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + System.getProperty("server.port.http") + "/" + name + path);
        HttpResponse<String> answer =
                HTTP.send(request.uri(uri).timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
        if (answer.statusCode() == 500) {
            throw new IllegalStateException(uri + ": " + answer.body());
        }
        return answer.body();
    }
}
