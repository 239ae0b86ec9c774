package dev.tollgate.rest.wiring;

import dev.tollgate.rest.TokenRealm;
import dev.tollgate.rest.realm.Problems;
import dev.tollgate.rest.realm.RealmCatalog;
import dev.tollgate.rest.realm.RealmPlan;
import dev.tollgate.rest.realm.RealmPlanner;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Collects the client interfaces of the application, and stops its start if something is wrong with their realms. */
public class TollgateExtension implements Extension, RealmCatalog {

    private final Set<Class<?>> clients = new LinkedHashSet<>();
    private volatile Map<String, RealmPlan> realms = Map.of();
    private volatile Map<Class<?>, String> realmOfClient = Map.of();

    void collect(
            @Observes @WithAnnotations({TokenRealm.class, RegisterRestClient.class}) ProcessAnnotatedType<?> type) {
        Class<?> found = type.getAnnotatedType().getJavaClass();
        if (found.isInterface()) {
            clients.add(found);
        }
    }

    void plan(@Observes AfterDeploymentValidation validation) {
        Problems problems = new Problems();
        RealmCatalog planned = RealmPlanner.plan(clients, ConfigProvider.getConfig(), problems);
        try {
            problems.report();
        } catch (IllegalStateException e) {
            validation.addDeploymentProblem(e);
        }
        realms = planned.realms();
        realmOfClient = planned.clients();
    }

    @Override
    public Map<String, RealmPlan> realms() {
        return realms;
    }

    @Override
    public Map<Class<?>, String> clients() {
        return realmOfClient;
    }
}
