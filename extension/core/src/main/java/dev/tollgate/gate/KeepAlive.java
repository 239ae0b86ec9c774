package dev.tollgate.gate;

import dev.tollgate.source.SessionKey;
import dev.tollgate.source.Trigger;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Refreshes sessions that nobody uses, for servers whose refresh tokens die of idleness. New tokens wind the clock up;
 * those that could not be replaced in time are tried again and again, at a slow pace.
 */
final class KeepAlive implements GateListener {

    private static final Trigger TRIGGER = () -> "keep-alive";
    private static final int TRIES = 10;

    private final Duration every;
    private final GateThreads threads;
    private final Function<SessionKey, Optional<TokenGate>> gates;

    KeepAlive(Duration every, GateThreads threads, Function<SessionKey, Optional<TokenGate>> gates) {
        this.every = every;
        this.threads = threads;
        this.gates = gates;
    }

    @Override
    public void on(GateEvent event) {
        if (event instanceof GateEvent.SignedIn begun) {
            watch(begun.session(), begun.generation(), every);
        } else if (event instanceof GateEvent.Refreshed renewed) {
            watch(renewed.session(), renewed.generation(), every);
        }
    }

    private void watch(SessionKey session, long generation, Duration pause) {
        threads.later(pause, () -> gates.apply(session)
                .filter(gate -> gate.keepAlive(generation, TRIGGER))
                .ifPresent(gate -> watch(session, generation, every.dividedBy(TRIES))));
    }
}
