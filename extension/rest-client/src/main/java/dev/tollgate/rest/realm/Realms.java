package dev.tollgate.rest.realm;

import dev.tollgate.gate.GateThreads;
import dev.tollgate.rest.Realm;
import dev.tollgate.rest.Role;
import dev.tollgate.rest.TokenRealm;
import dev.tollgate.rest.Tollgate;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The realms that are at work, and which of them a client interface belongs to. */
@ApplicationScoped
public class Realms implements Tollgate {

    private static final Logger LOG = System.getLogger("dev.tollgate.rest");

    private final Map<String, ActiveRealm> byName = new TreeMap<>();
    private final Map<Method, ActiveRealm> byRefreshBean = new HashMap<>();
    private final Map<Class<?>, Optional<ClientProfile>> profiles = new ConcurrentHashMap<>();
    private final Map<Class<?>, Set<Class<?>>> heirs = new ConcurrentHashMap<>();
    private final List<GateThreads> threads = new ArrayList<>();
    private final RealmCatalog catalog;
    private final Supplier<Config> config;

    /** @param catalog what was found at start-up; a runtime that starts no portable extension has none */
    @Inject
    public Realms(Instance<RealmCatalog> catalog) {
        this(catalog.isResolvable() ? catalog.get() : NoRealms.INSTANCE, ConfigProvider::getConfig);
    }

    Realms(RealmCatalog catalog, Supplier<Config> config) {
        this.catalog = catalog;
        this.config = config;
    }

    /** For the container's proxy. */
    Realms() {
        this(NoRealms.INSTANCE, ConfigProvider::getConfig);
    }

    @PostConstruct
    void start() {
        RealmStarter starter = new RealmStarter(threads::add);
        catalog.realms().forEach((name, plan) -> {
            ActiveRealm realm = starter.start(plan, clientsOf(name));
            byName.put(name, realm);
            plan.refreshBean().ifPresent(bean -> byRefreshBean.put(bean.method(), realm));
        });
    }

    private Set<Class<?>> clientsOf(String realm) {
        return catalog.clients().entrySet().stream()
                .filter(client -> client.getValue().equals(realm))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The application is about to end: refreshes and revocations that have been sent may end, new ones do not begin. */
    public void windDown() {
        CompletableFuture<?>[] landed = byName.values().stream()
                .map(ActiveRealm::windDown)
                .map(CompletionStage::toCompletableFuture)
                .toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(landed).get(longestAttempt().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.log(Level.DEBUG, "a refresh was still under way as the application ended", e);
        }
    }

    /** Timers may be late. */
    private Duration longestAttempt() {
        return byName.values().stream()
                .map(ActiveRealm::attemptTimeout)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO)
                .plusSeconds(1);
    }

    @PreDestroy
    void stop() {
        windDown();
        // whoever still waits is told before the threads that would tell it are gone
        byName.values().forEach(realm -> realm.gates().close());
        threads.forEach(GateThreads::close);
        byName.values().forEach(ActiveRealm::closeSource);
    }

    @Override
    public Realm realm(String name) {
        ActiveRealm realm = byName.get(name);
        if (realm == null) {
            throw new IllegalArgumentException("there is no realm '" + name + "', only " + byName.keySet());
        }
        return new RealmFacade(realm, Optional.empty());
    }

    @Override
    public Set<String> realms() {
        return Set.copyOf(byName.keySet());
    }

    @Override
    public <T> T callAs(Role role, Callable<T> work) throws Exception {
        try (CallContext.Restore ignored = CallContext.current().as(role).enter()) {
            return work.call();
        }
    }

    /** What {@code client} is in its realm; empty if it is in none, or in one that is switched off. */
    public Optional<ClientProfile> profileOf(Class<?> client) {
        return profiles.computeIfAbsent(client, this::profile);
    }

    /** The client interfaces, in a realm or in none, on which the methods of {@code type} can be called. */
    public Set<Class<?>> heirsOf(Class<?> type) {
        return heirs.computeIfAbsent(type, declaring -> catalog.interfaces().stream()
                .filter(declaring::isAssignableFrom)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** The realm that {@code method} of a bean refreshes; empty if it does not. */
    public Optional<ActiveRealm> refreshedBy(Method method) {
        return Optional.ofNullable(byRefreshBean.get(method));
    }

    /** The context of this thread, for a call that goes on on another one; whose session it is is told here. */
    public CallContext.Captured capture() {
        CallContext.Captured captured = CallContext.capture();
        CallContext context = captured.context();
        for (ActiveRealm realm : byName.values()) {
            Optional<Owner> owner = realm.ownerForLater();
            if (owner.isPresent()) {
                context = context.in(realm.name(), owner.get());
            }
        }
        return new CallContext.Captured(context, captured.flight());
    }

    private Optional<ClientProfile> profile(Class<?> client) {
        Optional<String> name = Optional.ofNullable(catalog.clients().get(client))
                .or(() -> Optional.ofNullable(client.getAnnotation(TokenRealm.class))
                        .map(TokenRealm::value));
        if (name.isEmpty()
                && catalog != NoRealms.INSTANCE
                && !catalog.interfaces().contains(client)) {
            NotFoundAtStart.check(client, this::isSwitchedOn);
        }
        return name.flatMap(realm -> named(realm, client))
                .map(realm -> new ClientProfile(realm, client, catalog.rolesOf(client, realm.name())));
    }

    private Optional<ActiveRealm> named(String name, Class<?> client) {
        ActiveRealm realm = byName.get(name);
        if (realm == null && isSwitchedOn(name)) {
            throw catalog == NoRealms.INSTANCE
                    ? NotFoundAtStart.withoutStart(client, name)
                    : NotFoundAtStart.inAnUnknownRealm(client, name, byName.keySet());
        }
        return Optional.ofNullable(realm);
    }

    private boolean isSwitchedOn(String realm) {
        return new SettingsReader(config.get(), realm, new Problems()).read().enabled();
    }
}
