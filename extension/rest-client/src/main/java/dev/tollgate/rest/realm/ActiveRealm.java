package dev.tollgate.rest.realm;

import dev.tollgate.gate.GateThreads;
import dev.tollgate.gate.NoToken;
import dev.tollgate.gate.Rotation;
import dev.tollgate.gate.TokenGate;
import dev.tollgate.gate.TokenGates;
import dev.tollgate.rest.origin.OriginRule;
import dev.tollgate.rest.refresh.TokenReading;
import dev.tollgate.rest.replay.BodyBudget;
import dev.tollgate.rest.session.SessionChoice;
import dev.tollgate.rest.session.SessionSetting;
import dev.tollgate.rest.waiting.Callback;
import dev.tollgate.rest.waiting.Waiting;
import dev.tollgate.source.ProofOfPossession;
import dev.tollgate.source.SessionKey;
import dev.tollgate.source.TokenSource;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A realm that is at work. */
public final class ActiveRealm {

    private final RealmSettings settings;
    private final TokenGates gates;
    private final TokenSource source;
    private final SessionChoice sessions;
    private final Callbacks callbacks;
    private final TokenReading reading;
    private final GateThreads threads;
    private final BodyBudget bodies;

    ActiveRealm(
            RealmSettings settings,
            TokenGates gates,
            TokenSource source,
            SessionChoice sessions,
            Callbacks callbacks,
            TokenReading reading,
            GateThreads threads) {
        this.settings = settings;
        this.gates = gates;
        this.source = source;
        this.sessions = sessions;
        this.callbacks = callbacks;
        this.reading = reading;
        this.threads = threads;
        this.bodies =
                new BodyBudget(settings.bodies().perCall(), settings.bodies().inTotal());
    }

    /** Its name. */
    public String name() {
        return settings.name();
    }

    /** Where its tokens may go. */
    public OriginRule origins() {
        return settings.origins();
    }

    /** Whether the same refresh token may be sent any number of times. */
    public boolean repeatsRefreshes() {
        return settings.policy().rotation().equals(Optional.of(Rotation.NONE));
    }

    /** How long a call may wait. */
    public Duration patience() {
        return settings.policy().waitTimeout();
    }

    /** Runs {@code task}, which must not block, once {@code delay} has passed. */
    public GateThreads.Timer later(Duration delay, Runnable task) {
        return threads.later(delay, task);
    }

    /** How many bytes of one body may be kept. */
    public int bodyLimit() {
        return settings.bodies().perCall();
    }

    /** What may be kept of bodies for a replay. */
    public BodyBudget bodies() {
        return bodies;
    }

    /** What proves that who sends its tokens holds their key; empty if they have none. */
    public Optional<ProofOfPossession> proofs() {
        return source.proofs();
    }

    /** What the application does differently. */
    public Callbacks callbacks() {
        return callbacks;
    }

    /** How tokens are found in the answers to login and refresh calls. */
    public TokenReading reading() {
        return reading;
    }

    /** Its gates. */
    public TokenGates gates() {
        return gates;
    }

    /** The gate of {@code session}. */
    public TokenGate gate(SessionKey session) {
        try {
            return gates.of(session);
        } catch (NoToken e) {
            throw NoTokens.toCaller(e);
        }
    }

    /** Whose session a call made now belongs to; this thread waits if need be. */
    public SessionKey session() {
        return toldSession().ask(this::sessionNow);
    }

    /** Whose session a call made now belongs to. */
    public CompletionStage<SessionKey> session(Waiting waiting) {
        return toldSession().ask(waiting, this::sessionNow);
    }

    private Callback toldSession() {
        return new Callback("the session of realm '" + name() + "'", patience());
    }

    /** Whose session a call made by this thread belongs to. */
    CompletionStage<SessionKey> sessionNow() {
        return CallContext.current().session(name()).orElseGet(sessions::now);
    }

    /** The same for a call that goes on on another thread; who can not be told now is missed only where it is needed. */
    CompletionStage<SessionKey> sessionForLater() {
        try {
            return sessionNow();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Whether all calls share the tokens of the application. */
    boolean isOfTheApplication() {
        return settings.session().kind() == SessionSetting.Kind.APPLICATION
                && callbacks.session().isEmpty();
    }
}
