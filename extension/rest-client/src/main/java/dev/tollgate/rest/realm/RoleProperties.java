package dev.tollgate.rest.realm;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/** Finds the mistakes in the properties that give roles. */
final class RoleProperties {

    private final Config config;
    private final Problems problems;

    RoleProperties(Config config, Problems problems) {
        this.config = config;
        this.problems = problems;
    }

    /** @param clients the client interfaces of {@code realm} */
    void check(String realm, Collection<Class<?>> clients, Set<String> properties) {
        String prefix = RealmKey.PREFIX + realm + "." + RealmKey.ROLES;
        List<String> known = clients.stream().flatMap(ConfiguredRoles::namesOf).toList();
        known.forEach(name -> PropertyText.of(config, ConfiguredRoles.property(realm, name), problems));
        properties.stream()
                .filter(property -> property.startsWith(prefix))
                .forEach(property -> check(property, property.substring(prefix.length()), known));
    }

    private void check(String property, String quoted, List<String> known) {
        Problems unresolved = new Problems();
        String value = PropertyText.of(config, property, unresolved).orElse("");
        if (!quoted.matches("\".+\"")) {
            problems.add(property, value, "behind roles. there must be, in quotes, \"<interface>/<method>\"");
            return;
        }
        String name = quoted.substring(1, quoted.length() - 1);
        if (!known.contains(name)) {
            problems.add(
                    property, value, "the realm has no client interface with such a method" + Nearest.to(name, known));
        }
        if (unresolved.all().isEmpty() && ConfiguredRoles.parse(value).isEmpty()) {
            problems.add(property, value, ConfiguredRoles.RULE);
        }
    }
}
