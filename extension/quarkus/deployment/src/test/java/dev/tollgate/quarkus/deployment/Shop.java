package dev.tollgate.quarkus.deployment;

import dev.tollgate.testkit.FakeServer;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/** The server behind the clients of a test's application, and the configuration that leads them to it. */
public final class Shop implements ConfigSource {

    private static final FakeServer SERVER = FakeServer.start();

    /** The one server of this application. */
    public static FakeServer server() {
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
        return "shop";
    }
}
