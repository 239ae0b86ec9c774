package dev.tollgate.rest.realm;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** The names of the properties that configuration has for realms. */
public final class PropertyNames {

    /** What is written before a property that is in force in one profile only (MicroProfile Config, section 3.2). */
    private static final Pattern PROFILE = Pattern.compile("^%[^.]+\\.");

    private PropertyNames() {}

    /**
     * Those in {@code config}, without profiles; what another profile than the present one has is left out. Not those of
     * the environment: what stands there as TOLLGATE_SERVICE_HOST may be meant for somebody else.
     */
    public static Set<String> of(Config config) {
        return inForce(config)
                .filter(name -> name.startsWith(RealmKey.PREFIX))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those of any beginning: one of a realm may be misspelt. */
    public static Stream<String> inForce(Config config) {
        Set<String> inForce = StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .collect(Collectors.toSet());
        return StreamSupport.stream(config.getConfigSources().spliterator(), false)
                .filter(source -> !isEnvironment(source))
                .flatMap(source -> source.getPropertyNames().stream())
                .filter(name -> !hasProfile(name) || inForce.contains(withoutProfile(name)))
                .map(PropertyNames::withoutProfile);
    }

    /** Whether the names in {@code source} are variables of the environment. */
    public static boolean isEnvironment(ConfigSource source) {
        return source.getClass().getSimpleName().startsWith("Env");
    }

    private static boolean hasProfile(String name) {
        return name.startsWith("%");
    }

    private static String withoutProfile(String name) {
        return PROFILE.matcher(name).replaceFirst("");
    }
}
