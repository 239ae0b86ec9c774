package dev.tollgate.it.races;

import dev.tollgate.gate.GatePolicy;
import dev.tollgate.gate.SessionLimits;
import dev.tollgate.gate.TokenGates;
import dev.tollgate.source.SessionKey;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The gates of many sessions, for actors to race at; their source can acquire. */
final class Sessions {

    static final SessionKey ANN = new SessionKey("ann");
    static final SessionKey BEN = new SessionKey("ben");
    static final SessionKey EVE = new SessionKey("eve");

    final HandTime time = new HandTime();
    final HandSource source = new HandSource(true);
    final TokenGates gates;

    private Sessions(GatePolicy policy, SessionLimits limits) {
        gates = TokenGates.of("shop", source, policy, limits, time, time, event -> {});
    }

    static Sessions none() {
        return new Sessions(Contended.POLICY, SessionLimits.DEFAULTS);
    }

    static Sessions withOneRunway() {
        return new Sessions(Contended.POLICY.withMaxRefreshes(1), SessionLimits.DEFAULTS);
    }

    /** Ann's gate has nothing to lose, and the next sweep finds it idle. */
    static Sessions idle() {
        Sessions sessions = none();
        sessions.gates.of(ANN);
        sessions.sweep();
        sessions.time.pass(Duration.ofMinutes(11));
        return sessions;
    }

    /** The place of Ann's idle gate is wanted; what there is room for is full. */
    static Sessions idleWithRoomFor(int sessions) {
        Sessions full = new Sessions(Contended.POLICY, new SessionLimits(sessions, Optional.empty(), Optional.empty()));
        full.gates.of(ANN);
        full.gates.of(EVE);
        return full;
    }

    /** A sweep that takes down who was used. */
    private void sweep() {
        time.pass(Duration.ofMinutes(1));
        time.ring();
    }

    CompletableFuture<?> call(SessionKey session) {
        return gates.of(session).enter(Contended.TRIGGER).acquire().toCompletableFuture();
    }

    /** The access token at hand when the race is over. */
    String next(SessionKey session) {
        CompletableFuture<?> call = call(session);
        while (!call.isDone() && source.answer()) {
            // the answer to another flight does not count
        }
        return Contended.outcome(call);
    }

    static String served(CompletableFuture<?> call) {
        String outcome = Contended.outcome(call);
        return outcome.startsWith("at-") ? "served" : outcome;
    }
}
