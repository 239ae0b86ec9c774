package dev.tollgate.it.scenarios;

import dev.tollgate.testkit.FakeServer;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/** The fake server of the scenarios, one for the whole JVM, and the configuration that leads the clients to it. */
public final class ScenarioServer implements ConfigSource {

    private static final FakeServer SERVER = FakeServer.start();

    public static FakeServer get() {
        return SERVER;
    }

    /** Whatever a client's config key is, it has one. */
    @Override
    public @Nullable String getValue(String name) {
        return name.endsWith("/mp-rest/url") ? SERVER.uri().toString() : null;
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
