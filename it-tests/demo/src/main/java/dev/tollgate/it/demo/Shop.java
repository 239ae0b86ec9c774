package dev.tollgate.it.demo;

import dev.tollgate.gate.GateStatus;
import dev.tollgate.rest.Tollgate;
import dev.tollgate.testkit.FakeServer;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.json.Json;
import java.time.Duration;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The application and the servers that it talks to, all in this process, on a real socket. */
final class Shop implements AutoCloseable {

    static final Duration TOKEN_LIFE = Duration.ofSeconds(2);
    static final Duration TOKEN_LATENCY = Duration.ofMillis(200);
    static final Duration API_LATENCY = Duration.ofMillis(5);

    private final FakeServer server;
    private final SeContainer application;
    private final ShopClient client;
    private final Tollgate tollgate;

    private Shop(FakeServer server) {
        this.server = server;
        System.setProperty("shop/mp-rest/url", server.uri().toString());
        application = SeContainerInitializer.newInstance().initialize();
        client = application.select(ShopClient.class, RestClient.LITERAL).get();
        tollgate = application.select(Tollgate.class).get();
    }

    /** Opens the shop; somebody has signed in. */
    static Shop open() {
        FakeServer server = FakeServer.start();
        server.tokens().lifetime(TOKEN_LIFE).latency(TOKEN_LATENCY);
        server.resources().latency(API_LATENCY);
        try {
            Shop shop = new Shop(server);
            shop.client.login(Json.createObjectBuilder()
                    .add("username", "alice")
                    .add("password", "alice")
                    .build());
            return shop;
        } catch (RuntimeException | Error e) {
            server.close(); // its thread would keep this JVM alive for ever
            throw e;
        }
    }

    ShopClient client() {
        return client;
    }

    FakeServer server() {
        return server;
    }

    GateStatus gate() {
        return tollgate.realm("shop").status();
    }

    @Override
    public void close() {
        client.logout();
        application.close();
        server.close();
    }
}
