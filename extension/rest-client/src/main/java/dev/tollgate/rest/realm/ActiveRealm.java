package dev.tollgate.rest.realm;

import dev.tollgate.gate.GateThreads;
import dev.tollgate.gate.Grant;
import dev.tollgate.gate.NoToken;
import dev.tollgate.gate.Rotation;
import dev.tollgate.gate.TokenGate;
import dev.tollgate.gate.TokenGates;
import dev.tollgate.rest.origin.OriginRule;
import dev.tollgate.rest.refresh.RefreshOutcome;
import dev.tollgate.rest.refresh.TokenReading;
import dev.tollgate.rest.replay.BodyBudget;
import dev.tollgate.rest.waiting.Callback;
import dev.tollgate.rest.waiting.Waiting;
import dev.tollgate.source.ProofOfPossession;
import dev.tollgate.source.SessionKey;
import dev.tollgate.source.TokenSource;
import dev.tollgate.token.TokenSet;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** A realm that is at work. */
public final class ActiveRealm {

    private final RealmSettings settings;
    private final RealmGates gates;
    private final TokenSource source;
    private final Owners owners;
    private final Callbacks callbacks;
    private final TokenReading reading;
    private final GateThreads threads;
    private final GateThreads readers;
    private final BodyBudget bodies;
    private final Callback toldSession;

    ActiveRealm(
            RealmSettings settings,
            RealmGates gates,
            TokenSource source,
            Owners owners,
            Callbacks callbacks,
            TokenReading reading,
            GateThreads threads,
            GateThreads readers) {
        this.settings = settings;
        this.gates = gates;
        this.source = source;
        this.owners = owners;
        this.callbacks = callbacks;
        this.reading = reading;
        this.threads = threads;
        this.readers = readers;
        this.bodies =
                new BodyBudget(settings.bodies().perCall(), settings.bodies().inTotal());
        this.toldSession = new Callback("the session of realm '" + name() + "'", patience());
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

    /** Reads bodies of answers, each of which may keep its thread for as long as it does not come. */
    public Executor readers() {
        return readers::run;
    }

    /** What may be kept of bodies for a replay. */
    public BodyBudget bodies() {
        return bodies;
    }

    /**
     * What calls of {@code client} carry of the tokens at hand.
     *
     * @throws dev.tollgate.source.TokenFailure if there is none for it
     */
    public TokenSet tokensFor(Class<?> client, TokenSet held) {
        return source.tokensFor(client, held);
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

    /**
     * The application is about to end: nothing is sent to the token source any more.
     *
     * @return ends when nothing that has been sent is under way any more, after one attempt at the latest
     */
    CompletionStage<?> windDown() {
        return gates.windDown();
    }

    /** How long what has been sent to the token source may take. */
    public Duration attemptTimeout() {
        return settings.policy().attemptTimeout();
    }

    /** Ends what a source of the configuration holds; one of the application's is the container's to end. */
    void closeSource() {
        if (source instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                System.getLogger("dev.tollgate.rest")
                        .log(Level.WARNING, "realm '" + name() + "': its token source could not be closed", e);
            }
        }
    }

    /** What the answers to refresh calls mean. */
    public RefreshOutcome outcome() {
        return new RefreshOutcome(reading, settings.refusals());
    }

    /** Its gates. */
    RealmGates gates() {
        return gates;
    }

    /** The gates of {@code session} that there are at the moment. */
    public Stream<TokenGate> gatesOf(SessionKey session) {
        return Stream.concat(gates.shared().find(session).stream(), gates.apart(session));
    }

    /** The gate of {@code session}. */
    public TokenGate gate(SessionKey session) {
        return gate(gates.shared(), session);
    }

    /** The gate through which calls of {@code client} go that belong to {@code session}. */
    public TokenGate gate(Class<?> client, SessionKey session) {
        return gate(gates.of(client), session);
    }

    private static TokenGate gate(TokenGates gates, SessionKey session) {
        try {
            return gates.of(session);
        } catch (NoToken e) {
            throw NoTokens.toCaller(e);
        }
    }

    /** A new sign-in of {@code session}. */
    public void signIn(SessionKey session, TokenSet tokens) {
        try {
            gates.signIn(session, tokens);
        } catch (NoToken e) {
            throw NoTokens.toCaller(e);
        }
    }

    /** Forgets all tokens of {@code session}. */
    void signOut(SessionKey session) {
        gate(session).signOut();
        gates.apart(session).forEach(TokenGate::signOut);
    }

    /** The same, but for those of {@code client} if somebody has signed in anew since {@code used} was handed out. */
    public void signOut(Class<?> client, SessionKey session, Grant used) {
        TokenGate own = gate(client, session);
        own.signOut(used);
        gatesOf(session).filter(other -> other != own).forEach(TokenGate::signOut);
    }

    /** Whose session a call made now belongs to; this thread waits if need be. */
    public SessionKey session() {
        return session(owner());
    }

    /** Whose session {@code owner} has; this thread waits if need be. */
    SessionKey session(Owner owner) {
        return toldSession.ask(owner::session);
    }

    /** The same, while no thread waits. */
    CompletionStage<SessionKey> sessionLater(Owner owner) {
        return toldSession.askLater(owner::session);
    }

    /** Whose session {@code owner} has. */
    public CompletionStage<SessionKey> session(Owner owner, Waiting waiting) {
        return toldSession.ask(waiting, owner::session);
    }

    /** Whom a call made by this thread belongs to; who can not be told is missed only where it is needed. */
    public Owner owner() {
        return CallContext.current().owner(name()).orElseGet(owners::now);
    }

    /** The same for a call that goes on on another thread; empty where all calls share the tokens of the application. */
    Optional<Owner> ownerForLater() {
        return CallContext.current().owner(name()).or(owners::forLater);
    }
}
