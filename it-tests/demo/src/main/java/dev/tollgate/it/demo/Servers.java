package dev.tollgate.it.demo;

import dev.tollgate.testkit.FakeServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;

/** What a shop talks to, in this process, on a real socket. */
final class Servers {

    static final Duration TOKEN_LIFE = Duration.ofSeconds(2);
    static final Duration TOKEN_LATENCY = Duration.ofMillis(200);

    private static final Duration API_LATENCY = Duration.ofMillis(5);

    private Servers() {}

    static FakeServer open() {
        FakeServer server = FakeServer.start();
        server.tokens().lifetime(TOKEN_LIFE).latency(TOKEN_LATENCY);
        server.resources().latency(API_LATENCY);
        return server;
    }

    static JsonObject alice() {
        return Json.createObjectBuilder()
                .add("username", "alice")
                .add("password", "alice")
                .build();
    }
}
