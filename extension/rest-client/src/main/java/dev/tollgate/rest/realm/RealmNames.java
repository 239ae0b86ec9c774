package dev.tollgate.rest.realm;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** Finds the realms that annotations and configuration name, and the keys that the latter misspells. */
final class RealmNames {

    static final Pattern VALID = Pattern.compile("[A-Za-z0-9_-]+");

    private final Config config;
    private final List<String> keys;
    private final List<String> prefixes;
    private final Problems problems;

    /** @param sources they tell which keys a realm may have */
    RealmNames(Config config, ConfiguredSources sources, Problems problems) {
        this.config = config;
        this.keys = sources.keys();
        this.prefixes = Stream.concat(Stream.of(RealmKey.ROLES, RealmKey.CLIENT), sources.keyPrefixes().stream())
                .toList();
        this.problems = problems;
    }

    /** @param annotated the realms that annotations name */
    Set<String> read(Collection<String> annotated) {
        Set<String> names = new TreeSet<>(annotated);
        PropertyText.of(config, RealmKey.REALMS, problems).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::trim)
                .filter(name -> !name.isEmpty())
                .forEach(names::add);
        propertyNames().forEach(property -> readProperty(property, names));
        PropertyNames.inForce(config).forEach(this::checkPrefix);
        names.stream()
                .filter(name -> !VALID.matcher(name).matches())
                .forEach(name -> problems.add("realm '" + name + "': a name has letters, digits, - and _ only"));
        return names;
    }

    private void readProperty(String property, Set<String> names) {
        String rest = property.substring(RealmKey.PREFIX.length());
        int dot = rest.indexOf('.');
        if (dot <= 0) {
            problems.add(property + ": must be tollgate.realms or tollgate.<realm>.<key>");
            return;
        }
        String key = rest.substring(dot + 1);
        if (keys.contains(key) || prefixes.stream().anyMatch(key::startsWith)) {
            names.add(rest.substring(0, dot));
        } else {
            problems.add(property + ": there is no key '" + key + "'" + Nearest.ifNear(key, keys));
        }
    }

    /** Only where the rest is a key of ours: other libraries have names that are like this one. */
    private void checkPrefix(String property) {
        String[] parts = property.split("\\.", 3);
        boolean ours = parts.length == 3 && keys.contains(parts[2]);
        if (ours && Nearest.isAlmost(parts[0] + ".", RealmKey.PREFIX)) {
            problems.add(property + ": did you mean " + RealmKey.PREFIX + parts[1] + "." + parts[2] + "?");
        }
    }

    /** Whether {@code realm} is listed by name. */
    boolean isListed(String realm) {
        return PropertyText.of(config, RealmKey.REALMS, new Problems()).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::trim)
                .anyMatch(realm::equals);
    }

    /** Those that belong to a realm. */
    Set<String> propertyNames() {
        Set<String> names = PropertyNames.of(config);
        names.remove(RealmKey.REALMS);
        return names;
    }
}
