package dev.tollgate.it.scenarios;

import dev.tollgate.testkit.FakeServer;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/** The fake server of the scenarios, one for the whole JVM, and the configuration that leads the clients to it. */
public final class ScenarioServer implements ConfigSource {

    private static final FakeServer SERVER = FakeServer.start();

    public static FakeServer get() {
        return SERVER;
    }

    /** Of the realm whose tokens are bound to a key; nobody hears of them who does not ask for that realm. */
    private static final Map<String, String> PROVEN = Map.of(
            "tollgate.proven.token-endpoint", SERVER.uri("/token").toString(),
            "tollgate.proven.client-id", "shop",
            "tollgate.proven.grant", "password",
            "tollgate.proven.username", "alice",
            "tollgate.proven.password", "alice",
            "tollgate.proven.replay-body-limit", "64k",
            "tollgate.proven.attempt-timeout", "8s",
            "tollgate.proven.dpop", "true");

    /** Whatever a client's config key is, it has one. */
    @Override
    public @Nullable String getValue(String name) {
        return name.endsWith("/mp-rest/url") ? SERVER.uri().toString() : PROVEN.get(name);
    }

    @Override
    public Set<String> getPropertyNames() {
        return Set.of();
    }

    @Override
    public String getName() {
        return "scenarios";
    }
}
