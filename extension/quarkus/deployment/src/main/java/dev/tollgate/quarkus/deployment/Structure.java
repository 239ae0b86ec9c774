package dev.tollgate.quarkus.deployment;

import dev.tollgate.quarkus.wiring.FixedProperties;
import dev.tollgate.rest.realm.PropertyNames;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/** The part of the configuration that tells which realms, clients and roles there are. All names, but few values. */
record Structure(Config config) implements ConfigSource {

    private static final Pattern CREDENTIAL = Pattern.compile("tollgate\\.[^.]+\\.(client-id|client-secret|scope)");

    @Override
    public Set<String> getPropertyNames() {
        return PropertyNames.inForce(config).collect(Collectors.toSet());
    }

    /**
     * A credential may be given when the application runs: that it is missing is told then. What is used now and cannot be
     * resolved now is handed on as it is written, to be told.
     */
    @Override
    public @Nullable String getValue(String name) {
        if (CREDENTIAL.matcher(name).matches()) {
            return "(told later)";
        }
        return FixedProperties.isFixed(name)
                ? config.getOptionalValue(name, String.class)
                        .orElseGet(() -> config.getConfigValue(name).getRawValue())
                : null;
    }

    @Override
    public String getName() {
        return "what is built in";
    }
}
