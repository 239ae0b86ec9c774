package dev.tollgate.gate;

import dev.tollgate.source.SessionKey;
import dev.tollgate.source.Trigger;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
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
    private final Map<SessionKey, Watch> watches = new ConcurrentHashMap<>();

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
        GateThreads.Timer timer = threads.later(pause, () -> lookApart(session, generation));
        watches.merge(session, new Watch(generation, timer), Watch::newer);
    }

    /** Not on the timer's thread: the token source is asked, which may not be asked there, or take its time. */
    private void lookApart(SessionKey session, long generation) {
        try {
            threads.run(() -> look(session, generation));
        } catch (RejectedExecutionException e) {
            // the application has ended
        }
    }

    private void look(SessionKey session, long generation) {
        if (gates.apply(session)
                .filter(gate -> gate.keepAlive(generation, TRIGGER))
                .isPresent()) {
            watch(session, generation, every.dividedBy(TRIES));
        } else {
            watches.computeIfPresent(session, (key, known) -> known.generation == generation ? null : known);
        }
    }

    /** One for a session, or busy ones would have one for each of their refreshes. */
    private record Watch(long generation, GateThreads.Timer timer) {

        /** Events of two threads may come in any order. */
        Watch newer(Watch other) {
            boolean isOther = other.generation >= generation;
            (isOther ? this : other).timer.cancel();
            return isOther ? other : this;
        }
    }
}
