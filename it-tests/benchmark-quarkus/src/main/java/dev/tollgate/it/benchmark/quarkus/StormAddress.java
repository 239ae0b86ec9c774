package dev.tollgate.it.benchmark.quarkus;

import dev.tollgate.it.benchmark.storm.server.ServerProcess;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/** The server of the storms, started when somebody asks where it is. */
public final class StormAddress implements ConfigSource {

    private static final String ADDRESS = "storm.address";

    /** Holds it. */
    private static final class Started {
        private static final ServerProcess SERVER = ServerProcess.start();
    }

    /** The one server of this application; it ends with it. */
    public static ServerProcess server() {
        return Started.SERVER;
    }

    @Override
    public @Nullable String getValue(String name) {
        return name.equals(ADDRESS) ? server().uri().toString() : null;
    }

    @Override
    public Set<String> getPropertyNames() {
        return Set.of(ADDRESS);
    }

    @Override
    public String getName() {
        return "the server of the storms";
    }
}
