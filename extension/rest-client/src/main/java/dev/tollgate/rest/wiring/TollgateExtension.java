package dev.tollgate.rest.wiring;

import dev.tollgate.rest.TokenRealm;
import dev.tollgate.rest.realm.CallbackBean;
import dev.tollgate.rest.realm.Discovered;
import dev.tollgate.rest.realm.Discovered.BeanMethod;
import dev.tollgate.rest.realm.NoRealms;
import dev.tollgate.rest.realm.Problems;
import dev.tollgate.rest.realm.RealmCatalog;
import dev.tollgate.rest.realm.RealmPlan;
import dev.tollgate.rest.realm.RealmPlanner;
import dev.tollgate.rest.role.Roles;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.ResolutionException;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.enterprise.inject.spi.Decorator;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.Interceptor;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessBean;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.enterprise.inject.spi.WithAnnotations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * Collects what the application has for its realms, client interfaces and beans, and stops its start if something is wrong
 * with them.
 */
public class TollgateExtension implements Extension, RealmCatalog {

    private final Set<Class<?>> clients = new LinkedHashSet<>();
    private final List<CallbackBean> callbacks = new ArrayList<>();
    private final Map<FoundBean, List<BeanMethod>> refreshes = new LinkedHashMap<>();
    private volatile RealmCatalog planned = NoRealms.INSTANCE;

    void collect(
            @Observes @WithAnnotations({TokenRealm.class, RegisterRestClient.class}) ProcessAnnotatedType<?> type) {
        Class<?> found = type.getAnnotatedType().getJavaClass();
        if (found.isInterface()) {
            clients.add(found);
        }
    }

    void collectBeans(@Observes ProcessBean<?> event, BeanManager beans) {
        // what stands around a bean is of its types, too
        if (!(event.getBean() instanceof Decorator<?>) && !(event.getBean() instanceof Interceptor<?>)) {
            callbacks.addAll(new FoundBean(event.getBean(), event.getAnnotated(), beans).callbacks());
        }
    }

    void collectManagedBeans(@Observes ProcessManagedBean<?> event, BeanManager beans) {
        FoundBean found = new FoundBean(event.getBean(), event.getAnnotated(), beans);
        List<BeanMethod> methods =
                found.refreshMethods(event.getAnnotatedBeanClass().getMethods());
        if (!methods.isEmpty()) {
            refreshes.put(found, methods);
        }
    }

    void plan(@Observes AfterDeploymentValidation validation) {
        Problems problems = new Problems();
        planned = RealmPlanner.plan(
                new Discovered(clients, callbacks, refreshMethods()), ConfigProvider.getConfig(), problems);
        InjectedClients.check(planned, problems);
        problems.warn();
        try {
            problems.report();
        } catch (IllegalStateException e) {
            validation.addDeploymentProblem(e);
        }
    }

    /** Whose place an alternative has taken is known only now that there are all beans. */
    private List<BeanMethod> refreshMethods() {
        return refreshes.entrySet().stream()
                .filter(found -> !found.getKey().isReplaced())
                .flatMap(found -> found.getValue().stream())
                .toList();
    }

    /** Whether this application has a realm; true as long as that is not known. */
    static boolean mayHaveRealms() {
        try {
            RealmCatalog known = CDI.current().select(TollgateExtension.class).get().planned;
            return known == NoRealms.INSTANCE || !known.realms().isEmpty();
        } catch (IllegalStateException | ResolutionException e) {
            return true;
        }
    }

    @Override
    public Map<String, RealmPlan> realms() {
        return planned.realms();
    }

    @Override
    public Map<Class<?>, String> clients() {
        return planned.clients();
    }

    @Override
    public Set<Class<?>> interfaces() {
        return planned.interfaces();
    }

    @Override
    public Roles rolesOf(Class<?> client, String realm) {
        return planned.rolesOf(client, realm);
    }
}
