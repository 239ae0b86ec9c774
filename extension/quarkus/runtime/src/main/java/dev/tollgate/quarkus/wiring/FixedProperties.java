package dev.tollgate.quarkus.wiring;

import dev.tollgate.rest.realm.Problems;
import dev.tollgate.rest.realm.PropertyNames;
import dev.tollgate.rest.realm.PropertyText;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * The properties that are used when the application is built, and can not be changed any more.
 *
 * @param built those that there were then
 * @param config what the application is started with
 */
public record FixedProperties(Map<String, String> built, Config config) {

    private static final String REALMS = "tollgate.realms";
    private static final Pattern FIXED = Pattern.compile("tollgate\\.(realms|[^.]+\\.(clients|roles\\..+))");

    /** Whether {@code property} is used when the application is built. */
    public static boolean isFixed(String property) {
        return FIXED.matcher(property).matches();
    }

    /**
     * Tells what is not as it was when the application was built.
     *
     * @param realms the names of all realms
     */
    public void check(Collection<String> realms, Problems problems) {
        built.forEach((property, then) -> {
            String now = valueOf(property);
            if (!now.equals(then)) {
                problems.add(property + "=" + now + ": is fixed when the application is built, and was then " + then);
            }
        });
        Stream.of(named(), wellKnown(realms), inEnvironment(realms))
                .flatMap(names -> names)
                .distinct()
                .filter(property ->
                        !built.containsKey(property) && !valueOf(property).isEmpty())
                .forEach(property -> problems.add(property + "=" + valueOf(property)
                        + ": is fixed when the application is built, and was not there then"));
    }

    private String valueOf(String property) {
        return PropertyText.of(config, property, new Problems()).orElse("");
    }

    private Stream<String> named() {
        return PropertyNames.of(config).stream().filter(FixedProperties::isFixed);
    }

    private static Stream<String> wellKnown(Collection<String> realms) {
        return Stream.concat(Stream.of(REALMS), realms.stream().map(realm -> "tollgate." + realm + ".clients"));
    }

    /** A variable has lost the quotes and the slash of the property that it stands for. */
    private Stream<String> inEnvironment(Collection<String> realms) {
        Set<String> known =
                built.keySet().stream().map(FixedProperties::variable).collect(Collectors.toSet());
        return sources()
                .filter(PropertyNames::isEnvironment)
                .flatMap(source -> source.getPropertyNames().stream())
                .filter(name -> name.equals(variable(name)) && !known.contains(name))
                .filter(name ->
                        realms.stream().anyMatch(realm -> name.startsWith(variable("tollgate." + realm + ".roles."))));
    }

    private static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private Stream<ConfigSource> sources() {
        return StreamSupport.stream(config.getConfigSources().spliterator(), false);
    }
}
