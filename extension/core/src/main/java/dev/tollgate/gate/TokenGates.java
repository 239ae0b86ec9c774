package dev.tollgate.gate;

import dev.tollgate.source.SessionKey;
import dev.tollgate.source.TokenSource;
import dev.tollgate.time.TimeSource;
import dev.tollgate.token.TokenSet;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * The gates of one realm: one for each session, made when somebody asks for it, forgotten when it is idle and has nothing
 * to lose. Safe for use by many threads.
 */
public final class TokenGates {

    /**
     * How many threads are needed beside those of as many flights as may be under way at once: for sign-outs that the
     * server is told of, or that idleness brings. Those must not hold up a flight.
     */
    public static final int THREADS_BESIDE_FLIGHTS = Revocations.AT_ONCE + 1;

    static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);
    static final Duration SWEPT_EVERY = Duration.ofMinutes(1);

    private final Map<SessionKey, TokenGate> gates = new ConcurrentHashMap<>();
    private final AtomicBoolean sweeping = new AtomicBoolean();
    private final AtomicBoolean tidying = new AtomicBoolean();
    private final RealmParts shared;
    private final SessionLimits limits;
    private final SessionRoom room;

    private TokenGates(RealmParts parts, SessionLimits limits) {
        this.limits = limits;
        this.room = new SessionRoom(gates.values(), this::maySeemForgettable, this::forget, parts.time());
        RealmParts withRoom = parts.alsoTelling(this::noteEnd);
        this.shared = limits.keepAlive()
                .map(every -> withRoom.alsoTelling(new KeepAlive(every, parts.threads(), this::find)))
                .orElse(withRoom);
    }

    private void noteEnd(GateEvent event) {
        if (event instanceof GateEvent.SignedOut || event instanceof GateEvent.SessionEnded) {
            find(event.session()).ifPresent(room::emptied);
        }
    }

    /** No gates yet. All that are made share what is given here. */
    public static TokenGates of(
            String realm,
            TokenSource source,
            GatePolicy policy,
            SessionLimits limits,
            TimeSource time,
            GateThreads threads,
            GateListener listener) {
        return new TokenGates(RealmParts.of(realm, source, policy, time, threads, listener), limits);
    }

    /**
     * The gate of {@code session}, for one use: it may be forgotten afterwards, and comes back if it is used all the same.
     * To sign in, use {@link #signIn}.
     *
     * @throws NoToken if there are too many sessions already
     */
    public TokenGate of(SessionKey session) {
        TokenGate known = gates.get(session);
        return known != null ? touched(known) : made(session);
    }

    /** The gate of {@code session}; empty if there is none, or it has been forgotten. */
    public Optional<TokenGate> find(SessionKey session) {
        return Optional.ofNullable(gates.get(session));
    }

    /** A new sign-in of {@code session}; its gate can not be forgotten meanwhile. */
    public void signIn(SessionKey session, TokenSet tokens) {
        if (find(session).filter(gate -> gate.signInInside(tokens)).isPresent()) {
            return;
        }
        makeRoomFor(session);
        SignedInGate[] done = new SignedInGate[1];
        gates.compute(session, (key, known) -> {
            TokenGate gate = known == null ? make(key) : known;
            done[0] = new SignedInGate(gate, gate.changeFromOutsideTo(tokens));
            return gate;
        });
        touched(done[0].gate).announce(done[0].signIn);
    }

    /**
     * The application is about to end: no flight departs any more, those that have been sent may land.
     *
     * @return ends when no request is under way any more, which takes no longer than one attempt may
     */
    public CompletionStage<Void> windDown() {
        return shared.requests().close();
    }

    /** Closes all gates, those too that are only asked for afterwards. */
    public void close() {
        shared.requests().close();
        shared.ended().set(true);
        gates.values().forEach(TokenGate::close);
    }

    /** The gates that there are at the moment. */
    public Collection<TokenGate> all() {
        return List.copyOf(gates.values());
    }

    /** One that was made while the others were closed may have been missed. */
    private TokenGate closedToo(TokenGate made) {
        if (shared.ended().get()) {
            made.close();
        }
        return made;
    }

    private TokenGate touched(TokenGate gate) {
        gate.touch();
        return gate;
    }

    private TokenGate made(SessionKey session) {
        makeRoomFor(session);
        return touched(closedToo(gates.computeIfAbsent(session, this::make)));
    }

    private TokenGate make(SessionKey session) {
        sweepLater();
        return new TokenGate(new GateParts(shared, session));
    }

    /** The limit may be passed by as many as come at the same moment. */
    private void makeRoomFor(SessionKey session) {
        if (gates.size() >= limits.maxSessions()
                && !gates.containsKey(session)
                && !room.make()
                && gates.size() >= limits.maxSessions()) {
            throw new GateParts(shared, session).explain().tooManySessions(limits.maxSessions());
        }
    }

    /** {@code gate} is used although it was forgotten: it is kept again, unless its session has another one by now. */
    TokenGate keepAgain(TokenGate gate) {
        return closedToo(gates.computeIfAbsent(gate.session(), session -> {
            gate.isKept();
            sweepLater();
            return gate;
        }));
    }

    private boolean maySeemForgettable(TokenGate gate) {
        boolean[] forgettable = {false};
        guarded(gate, () -> forgettable[0] = gate.hasNothingToLose());
        return forgettable[0];
    }

    /** Looks again where no sign-in can come in between. */
    private boolean forget(TokenGate gate) {
        boolean[] forgotten = {false};
        guarded(
                gate,
                () -> forgotten[0] = forget(gate, Duration.ZERO, shared.time().nanoTime()));
        return forgotten[0];
    }

    private boolean forget(TokenGate gate, Duration after, long now) {
        boolean[] forgotten = {false};
        gates.computeIfPresent(gate.session(), (session, same) -> {
            forgotten[0] = same == gate && isForgettable(gate, after, now) && gate.letGo(this);
            return forgotten[0] ? null : same;
        });
        return forgotten[0];
    }

    private void sweepLater() {
        if (sweeping.compareAndSet(false, true)) {
            try {
                shared.threads().later(SWEPT_EVERY, this::sweep);
            } catch (RejectedExecutionException e) {
                sweeping.set(false); // the application ends, and nothing is left to be swept
            }
        }
    }

    private void sweep() {
        sweeping.set(false);
        try {
            long now = shared.time().nanoTime();
            gates.values().forEach(gate -> gate.noteUse(now));
            tidyLater();
        } finally {
            if (!gates.isEmpty()) {
                sweepLater();
            }
        }
    }

    private void forget(Duration after) {
        long now = shared.time().nanoTime();
        gates.values()
                .forEach(gate -> guarded(gate, () -> {
                    if (isForgettable(gate, after, now)) {
                        forget(gate, after, now);
                    }
                }));
    }

    /** The source is asked what it can do; should it fail to say, that is of no concern to the other sessions. */
    private static void guarded(TokenGate gate, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error e) {
            System.getLogger(TokenGates.class.getPackageName())
                    .log(Level.WARNING, gate.name() + ": idle, but it could not be forgotten or signed out", e);
        }
    }

    private static boolean isForgettable(TokenGate gate, Duration after, long now) {
        return gate.isIdleFor(after, now) && gate.hasNothingToLose();
    }

    /**
     * Not on the timer's thread: a source that is asked what it can do, or an observer of a sign-out, may wait for what only
     * the timer ends.
     */
    private void tidyLater() {
        if (isUntidy() && tidying.compareAndSet(false, true)) {
            try {
                shared.threads().run(this::tidy);
            } catch (RuntimeException | Error e) {
                tidying.set(false);
                if (!(e instanceof RejectedExecutionException)) { // that is the end of the application
                    throw e;
                }
            }
        }
    }

    private boolean isUntidy() {
        return idleFor(FORGOTTEN_AFTER).anyMatch(TokenGate::mayHaveNothingToLose)
                || limits.idleTimeout().stream()
                        .flatMap(this::idleFor)
                        .findAny()
                        .isPresent();
    }

    private void tidy() {
        try {
            forget(FORGOTTEN_AFTER);
            limits.idleTimeout().ifPresent(this::signOutAfter);
        } finally {
            tidying.set(false);
        }
    }

    private void signOutAfter(Duration idle) {
        idleFor(idle).forEach(gate -> guarded(gate, gate::signOut));
        forget(idle);
    }

    private Stream<TokenGate> idleFor(Duration idle) {
        long now = shared.time().nanoTime();
        return gates.values().stream().filter(gate -> gate.isIdleFor(idle, now));
    }

    private record SignedInGate(TokenGate gate, StateCell.SignIn signIn) {}
}
