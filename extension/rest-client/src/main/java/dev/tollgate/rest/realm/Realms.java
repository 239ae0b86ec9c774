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
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;

/** The realms that are at work, and which of them a client interface belongs to. */
@ApplicationScoped
public class Realms implements Tollgate {

    private static final Logger LOG = System.getLogger("dev.tollgate.rest");

    private final Map<String, ActiveRealm> byName = new TreeMap<>();
    private final Map<Method, ActiveRealm> byRefreshBean = new HashMap<>();
    private final Map<Class<?>, Optional<ClientProfile>> profiles = new ConcurrentHashMap<>();
    private final List<GateThreads> threads = new ArrayList<>();
    private final RealmCatalog catalog;

    /** @param catalog what was found at start-up; a runtime that starts no portable extension has none */
    @Inject
    public Realms(Instance<RealmCatalog> catalog) {
        this.catalog = catalog.isResolvable() ? catalog.get() : NoRealms.INSTANCE;
    }

    /** For the container's proxy. */
    Realms() {
        this.catalog = NoRealms.INSTANCE;
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

    /** A client in a realm that inherits the methods of {@code type}; empty if there is none. */
    public Optional<ClientProfile> heirOf(Class<?> type) {
        return catalog.clients().keySet().stream()
                .filter(client -> type != client && type.isAssignableFrom(client))
                .findFirst()
                .flatMap(this::profileOf);
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
        return Optional.ofNullable(catalog.clients().get(client))
                .or(() -> Optional.ofNullable(client.getAnnotation(TokenRealm.class))
                        .map(TokenRealm::value))
                .flatMap(name -> named(name, client))
                .map(realm -> new ClientProfile(realm, client, catalog.rolesOf(client, realm.name())));
    }

    /** A call without a token, silently, is the worst that can become of a realm that is not there. */
    private Optional<ActiveRealm> named(String name, Class<?> client) {
        ActiveRealm realm = byName.get(name);
        boolean unknown = realm == null && catalog != NoRealms.INSTANCE && isSwitchedOn(name);
        if (unknown) {
            throw new IllegalStateException(client.getName() + " is in the realm '" + name + "', which was not found at"
                    + " start-up: put " + name + " into tollgate.realms, or the client interface where it is discovered"
                    + " (@RegisterRestClient in a bean archive, or its class name in tollgate." + name + ".clients)"
                    + Nearest.to(name, byName.keySet()));
        }
        return Optional.ofNullable(realm);
    }

    private static boolean isSwitchedOn(String realm) {
        return new SettingsReader(ConfigProvider.getConfig(), realm, new Problems())
                .read()
                .enabled();
    }
}
