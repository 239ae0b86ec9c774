package dev.tollgate.rest.realm;

import java.util.Map;

enum NoRealms implements RealmCatalog {
    INSTANCE;

    @Override
    public Map<String, RealmPlan> realms() {
        return Map.of();
    }

    @Override
    public Map<Class<?>, String> clients() {
        return Map.of();
    }
}
