package dev.tollgate.rest.realm;

import dev.tollgate.gate.GateThreads;
import dev.tollgate.gate.TokenGate;
import dev.tollgate.rest.Realm;
import dev.tollgate.rest.TokenRealm;
import dev.tollgate.rest.Tollgate;
import dev.tollgate.rest.refresh.RefreshMethodSource;
import dev.tollgate.rest.replay.BodyBudget;
import dev.tollgate.source.SessionKey;
import dev.tollgate.source.TokenSource;
import dev.tollgate.time.TimeSource;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The realms that are at work, and which of them a client interface belongs to. */
@ApplicationScoped
public class Realms implements Tollgate {

    private final Map<String, ActiveRealm> byName = new TreeMap<>();
    private final Map<Class<?>, Optional<ClientProfile>> profiles = new ConcurrentHashMap<>();
    private final List<GateThreads> threads = new ArrayList<>();
    private final RealmCatalog catalog;

    /** @param catalog what was found at start-up */
    @Inject
    public Realms(RealmCatalog catalog) {
        this.catalog = catalog;
    }

    /** For the container's proxy. */
    Realms() {
        this(NoRealms.INSTANCE);
    }

    @PostConstruct
    void start() {
        catalog.realms().values().forEach(plan -> byName.put(plan.settings().name(), activate(plan)));
    }

    @PreDestroy
    void stop() {
        // whoever still waits is told before the threads that would tell it are gone
        byName.values().forEach(ActiveRealm::signOut);
        threads.forEach(GateThreads::close);
    }

    @Override
    public Realm realm(String name) {
        Realm realm = byName.get(name);
        if (realm == null) {
            throw new IllegalArgumentException("there is no realm '" + name + "', only " + byName.keySet());
        }
        return realm;
    }

    @Override
    public Set<String> realms() {
        return Set.copyOf(byName.keySet());
    }

    /** What {@code client} is in its realm; empty if it is in none, or in one that is switched off. */
    public Optional<ClientProfile> profileOf(Class<?> client) {
        return profiles.computeIfAbsent(client, this::profile);
    }

    private Optional<ClientProfile> profile(Class<?> client) {
        return Optional.ofNullable(catalog.clients().get(client))
                .or(() -> Optional.ofNullable(client.getAnnotation(TokenRealm.class))
                        .map(TokenRealm::value))
                .flatMap(name -> Optional.ofNullable(byName.get(name)))
                .map(realm -> new ClientProfile(realm, client));
    }

    private ActiveRealm activate(RealmPlan plan) {
        String name = plan.settings().name();
        GateThreads own = GateThreads.of(new GateThreadFactory(name));
        threads.add(own);
        TokenSource source = plan.refreshMethod()
                .<TokenSource>map(method -> new RefreshMethodSource(method, new InjectedClient(method.client())))
                .orElseGet(NothingToRefreshWith::new);
        return new ActiveRealm(
                name,
                TokenGate.of(
                        name,
                        SessionKey.APPLICATION,
                        source,
                        plan.settings().policy(),
                        TimeSource.system(),
                        own,
                        event -> {}),
                new BodyBudget(
                        plan.settings().bodies().perCall(),
                        plan.settings().bodies().inTotal()));
    }
}
