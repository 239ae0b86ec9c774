package dev.tollgate.rest.realm;

import dev.tollgate.gate.GateListener;
import dev.tollgate.gate.GateThreads;
import dev.tollgate.gate.TokenGates;
import dev.tollgate.rest.refresh.RefreshBeanSource;
import dev.tollgate.rest.refresh.RefreshMethodSource;
import dev.tollgate.rest.refresh.RefreshOutcome;
import dev.tollgate.rest.refresh.TokenAnswer;
import dev.tollgate.rest.refresh.TokenReading;
import dev.tollgate.rest.session.SessionChoice;
import dev.tollgate.rest.session.SessionChoices;
import dev.tollgate.rest.session.SessionSetting;
import dev.tollgate.source.TokenSource;
import dev.tollgate.time.TimeSource;
import java.util.Set;
import java.util.function.Consumer;

/** Puts a realm to work as it was planned. */
final class RealmStarter {

    /** A body that stalls keeps one of them until its caller closes it. */
    private static final int MOST_READERS = 128;

    private final Consumer<GateThreads> threads;

    /** @param threads is given all threads that are started, to end them */
    RealmStarter(Consumer<GateThreads> threads) {
        this.threads = threads;
    }

    /** @param clients those of the realm that are known already */
    ActiveRealm start(RealmPlan plan, Set<Class<?>> clients) {
        RealmSettings settings = plan.settings();
        Callbacks callbacks = Callbacks.of(plan.beans());
        TokenReading reading = callbacks
                .reader()
                .<TokenReading>map(
                        reader -> new AnswerReading(reader, settings.policy().waitTimeout()))
                .orElseGet(() -> new TokenAnswer(settings.pointers(), settings.tokenType()));
        GateThreads flights =
                threads(settings.name(), settings.policy().maxRefreshes() + TokenGates.THREADS_BESIDE_FLIGHTS);
        TokenSource source = source(plan, callbacks, reading, flights);
        GateListener events = new CdiEvents(
                settings.name(),
                threads(settings.name() + "-events", 1),
                settings.policy().waitTimeout());
        RealmGates gates = new RealmGates(
                settings.name(),
                source,
                clients,
                asked -> TokenGates.of(
                        settings.name(),
                        new FlightContext(asked),
                        settings.policy(),
                        settings.limits(),
                        TimeSource.system(),
                        flights,
                        events));
        return new ActiveRealm(
                settings,
                gates,
                source,
                owners(settings, source, callbacks),
                callbacks,
                reading,
                flights,
                started(GateThreads.asNeeded(new GateThreadFactory(settings.name() + "-bodies"), MOST_READERS)));
    }

    /**
     * A realm has one source of its own. A bean that serves all realms with none of their own goes before a method of a
     * client interface, which is found without being asked for.
     */
    private static TokenSource source(RealmPlan plan, Callbacks callbacks, TokenReading reading, GateThreads flights) {
        RefreshOutcome outcome = new RefreshOutcome(reading, plan.settings().refusals());
        return plan.configured()
                .or(callbacks::source)
                .or(() -> plan.refreshBean().map(bean -> new RefreshBeanSource(bean, outcome)))
                .or(() -> plan.refreshMethod()
                        .map(method -> new RefreshMethodSource(
                                method,
                                new InjectedClient(method.client(), flights),
                                outcome,
                                plan.settings().credentials().clientSecret().stream()
                                        .toList())))
                .orElseGet(NothingToRefreshWith::new);
    }

    private static Owners owners(RealmSettings settings, TokenSource source, Callbacks callbacks) {
        boolean onlyOne = settings.session().kind() == SessionSetting.Kind.APPLICATION
                && callbacks.session().isEmpty();
        return new Owners(settings.name(), source, sessions(settings, callbacks), onlyOne);
    }

    private static SessionChoice sessions(RealmSettings settings, Callbacks callbacks) {
        return callbacks
                .session()
                .<SessionChoice>map(resolver -> new ResolvedSession(settings.name(), resolver))
                .orElseGet(() -> SessionChoices.of(settings.name(), settings.session()));
    }

    private GateThreads threads(String name, int count) {
        return started(GateThreads.of(new GateThreadFactory(name), count));
    }

    private GateThreads started(GateThreads started) {
        threads.accept(started);
        return started;
    }
}
