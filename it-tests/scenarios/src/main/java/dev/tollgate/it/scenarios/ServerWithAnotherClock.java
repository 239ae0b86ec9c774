package dev.tollgate.it.scenarios;

import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/** The fake server of the scenarios once more, but with another time of day in its answers. */
public final class ServerWithAnotherClock implements ConfigSource {

    private static final DateProxy PROXY = DateProxy.to(ScenarioServer.get().uri());

    static void isAheadBy(Duration offset) {
        PROXY.shiftDatesBy(offset);
    }

    /** Goes before the url, which leads to the server itself. */
    @Override
    public @Nullable String getValue(String name) {
        return name.equals("clock/mp-rest/uri") ? PROXY.uri() : null;
    }

    @Override
    public Set<String> getPropertyNames() {
        return Set.of();
    }

    @Override
    public String getName() {
        return "another clock";
    }
}
