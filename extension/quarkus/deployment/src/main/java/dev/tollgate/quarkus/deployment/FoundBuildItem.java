package dev.tollgate.quarkus.deployment;

import dev.tollgate.quarkus.wiring.BuiltApplication;
import dev.tollgate.rest.realm.RealmCatalog;
import dev.tollgate.rest.refresh.RefreshMethod;
import io.quarkus.builder.item.SimpleBuildItem;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was found in the application, without any mistake in it. */
public final class FoundBuildItem extends SimpleBuildItem {

    private final BuiltApplication application;
    private final Map<String, String> clients = new TreeMap<>();
    private final List<Method> refreshMethods;

    FoundBuildItem(BuiltApplication application, RealmCatalog realms) {
        this.application = application;
        realms.clients().forEach((client, realm) -> clients.put(client.getName(), realm));
        refreshMethods = realms.realms().values().stream()
                .flatMap(realm -> realm.refreshMethod().stream())
                .map(RefreshMethod::method)
                .toList();
    }

    /** What was found. */
    public BuiltApplication application() {
        return application;
    }

    /** Which realm each client interface is in, by class name; without those that are in none. */
    public Map<String, String> clients() {
        return clients;
    }

    /** The methods of client interfaces by which tokens are refreshed. */
    List<Method> refreshMethods() {
        return refreshMethods;
    }
}
