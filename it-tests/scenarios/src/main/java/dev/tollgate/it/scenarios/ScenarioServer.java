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

    private static Map<String, String> properties() {
        String url = SERVER.uri().toString();
        return Map.of("shop/mp-rest/url", url, "plain/mp-rest/url", url, "lost/mp-rest/url", url);
    }

    @Override
    public Set<String> getPropertyNames() {
        return properties().keySet();
    }

    @Override
    public @Nullable String getValue(String name) {
        return properties().get(name);
    }

    @Override
    public String getName() {
        return "scenarios";
    }
}
