package dev.tollgate.rest.realm;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Finds the mistakes in the names of the properties that single client interfaces have. */
record ClientProperties(List<String> keys, Problems problems) {

    /** @param clients what the client interfaces of {@code realm} may be called */
    void check(String realm, Collection<List<String>> clients, Set<String> properties) {
        String prefix = RealmKey.PREFIX + realm + "." + RealmKey.CLIENT;
        List<String> known = clients.stream()
                .flatMap(ClientSettings::prefixes)
                .flatMap(client -> keys.stream().map(key -> RealmKey.PREFIX + realm + "." + client + key))
                .toList();
        properties.stream()
                .filter(property -> property.startsWith(prefix) && !known.contains(property))
                .forEach(property -> problems.add(property + ": " + rule() + Nearest.to(property, known)));
    }

    private String rule() {
        return keys.isEmpty()
                ? "nothing on the class path understands it; dev.tollgate:tollgate-oauth2 would"
                : "must be tollgate.<realm>.client.<client interface of the realm>.<" + String.join("|", keys) + ">";
    }
}
