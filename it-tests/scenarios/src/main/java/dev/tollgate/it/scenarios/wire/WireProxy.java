package dev.tollgate.it.scenarios.wire;

import dev.tollgate.it.scenarios.ScenarioServer;
import dev.tollgate.testkit.wire.FaultProxy;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/** The proxy before the scenarios' server, one for the whole JVM, and the configuration of the clients that use it. */
public final class WireProxy implements ConfigSource {

    private static final FaultProxy PROXY = FaultProxy.to(ScenarioServer.get().uri());

    private static final Map<String, String> SETTINGS = Stream.of(
                    settings("wired"),
                    settings("pooled"),
                    settings("wired-url"),
                    settings("own-refresh"),
                    // a flight that no failure ends would be under way for longer than its scenario
                    Map.of("tollgate.own-refresh.attempt-timeout", "60s", "tollgate.own-refresh.wait-timeout", "15s"),
                    // a thread that does not come back shows at once
                    Map.of("tollgate.wired.max-refreshes", "1"),
                    // one client makes all calls, so the gate can not close it to get its thread back
                    Map.of("pooled/mp-rest/readTimeout", "900"))
            .flatMap(settings -> settings.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue, (general, own) -> own));

    public static FaultProxy get() {
        return PROXY;
    }

    private static Map<String, String> settings(String realm) {
        return Map.of(
                "tollgate." + realm + ".attempt-timeout", "1s",
                "tollgate." + realm + ".wait-timeout", "4s",
                "tollgate." + realm + ".rotation", "strict",
                // goes before the url that the scenarios' server gives to every client
                realm + "/mp-rest/uri", PROXY.uri().toString());
    }

    @Override
    public @Nullable String getValue(String name) {
        return SETTINGS.get(name);
    }

    @Override
    public Set<String> getPropertyNames() {
        return SETTINGS.keySet();
    }

    @Override
    public String getName() {
        return "wire";
    }
}
