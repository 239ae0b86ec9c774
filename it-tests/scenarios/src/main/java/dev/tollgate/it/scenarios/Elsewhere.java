package dev.tollgate.it.scenarios;

import dev.tollgate.testkit.FakeServer;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/** A second server, at an origin that only the realm "welcome" trusts. */
public final class Elsewhere implements ConfigSource {

    private static final FakeServer SERVER = FakeServer.start();

    public static FakeServer get() {
        return SERVER;
    }

    @Override
    public @Nullable String getValue(String name) {
        return name.equals("tollgate.welcome.allowed-origins") ? SERVER.uri().toString() : null;
    }

    @Override
    public Set<String> getPropertyNames() {
        return Set.of();
    }

    @Override
    public String getName() {
        return "elsewhere";
    }
}
