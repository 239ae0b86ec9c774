package dev.tollgate.rest.realm;

import dev.tollgate.rest.role.Roles;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is known before anything was found. */
public enum NoRealms implements RealmCatalog {
    INSTANCE;

    @Override
    public Map<String, RealmPlan> realms() {
        return Map.of();
    }

    @Override
    public Map<Class<?>, String> clients() {
        return Map.of();
    }

    @Override
    public Set<Class<?>> interfaces() {
        return Set.of();
    }

    @Override
    public Roles rolesOf(Class<?> client, String realm) {
        return new Roles(client, (type, method) -> Optional.empty());
    }
}
