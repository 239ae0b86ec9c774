package dev.tollgate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.source.SessionKey;
import dev.tollgate.testkit.ManualClock;
import dev.tollgate.token.TokenSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A source is asked what it can do by the flight, once; what it throws then is the failure of an attempt. */
class SourceQuestionsTest {

    private static final Duration EVERY = Duration.ofMinutes(20);

    private final ManualClock clock = new ManualClock();
    private final Moody source = new Moody();
    private final TokenGates gates = TokenGates.of(
            "shop",
            source,
            GatePolicy.DEFAULTS.withRotation(Rotation.STRICT),
            new SessionLimits(10, Optional.empty(), Optional.of(EVERY)),
            clock,
            clock,
            event -> {});

    @Test
    void flightAsksOnceHoweverManyAttemptsItMakes() {
        signIn();
        clock.advance(Rig.LIFE);
        CompletableFuture<Grant> call = call();
        int asked = source.askedByFlights();
        source.fail(ScriptedSource.unavailable());
        clock.advance(GatePolicy.DEFAULTS.maxBackOff());
        source.fail(ScriptedSource.unavailable());
        clock.advance(GatePolicy.DEFAULTS.maxBackOff());
        source.answer("at-2", "rt-2");

        assertThat(Rig.accessToken(call)).isEqualTo("at-2");
        assertThat(asked).as("questions of the flight: canRefresh, canAcquire").isEqualTo(2);
        assertThat(source.askedByFlights()).isEqualTo(asked);
    }

    @Test
    void failureToSayCostsNoMoreThanAFailedAttempt() {
        signIn();
        clock.advance(Rig.LIFE);
        source.failsNext = 1;
        CompletableFuture<Grant> call = call();
        assertThat(source.grants()).isEmpty();

        clock.advance(GatePolicy.DEFAULTS.maxBackOff());
        source.answer("at-2", "rt-2");

        assertThat(Rig.accessToken(call)).isEqualTo("at-2");
    }

    @Test
    void failureToSayHasSentNothingSoThatItEndsNoSession() {
        signIn();
        clock.advance(Rig.LIFE);
        source.failsNext = Integer.MAX_VALUE;
        CompletableFuture<Grant> call = call();
        clock.advance(GatePolicy.DEFAULTS.waitTimeout());
        assertThat(Rig.failureOf(call)).isInstanceOf(NoToken.Unavailable.class).hasRootCauseMessage("no context");

        source.failsNext = 0;
        clock.advance(GatePolicy.DEFAULTS.maxBackOff());
        CompletableFuture<Grant> next = call();
        source.answer("at-2", "rt-2");

        assertThat(Rig.accessToken(next)).isEqualTo("at-2");
    }

    @Test
    void callWithAGoodTokenDoesNotFailOverIt() {
        signIn();
        clock.advance(Rig.LIFE.minusSeconds(10));
        source.failsNext = Integer.MAX_VALUE;

        assertThat(Rig.accessToken(call())).isEqualTo("at-1");
    }

    @Test
    void keepAliveGoesOnAfterOneFailure() {
        signIn();
        source.failsNext = 1;
        clock.advance(EVERY);
        assertThat(source.grants()).isEmpty();

        clock.advance(EVERY.dividedBy(10));
        source.answer("at-2", "rt-2");
        clock.advance(EVERY);

        assertThat(source.grants()).containsExactly("refresh rt-1", "refresh rt-2");
    }

    @Test
    void signOutIsNotHeldUpByASourceThatFailsToSayWhetherItRevokes() {
        signIn();
        source.failsNext = Integer.MAX_VALUE;

        gates.of(SessionKey.APPLICATION).signOut();

        assertThat(gates.of(SessionKey.APPLICATION).status().state()).isEqualTo(GateStatus.State.SIGNED_OUT);
    }

    @Test
    void everybodyIsSettledThoughTheSourceFailsToSay() {
        signIn();
        clock.advance(Rig.LIFE);
        TokenGate gate = gates.of(SessionKey.APPLICATION);
        OwnFlight own = gate.open(() -> "ShopClient.token").orElseThrow();
        List<CompletableFuture<Grant>> calls = List.of(call(), call(), call());
        source.failsNext = Integer.MAX_VALUE;

        own.fail(ScriptedSource.unavailable());
        clock.advance(GatePolicy.DEFAULTS.waitTimeout());

        assertThat(calls).allSatisfy(call -> assertThat(Rig.failureOf(call)).isInstanceOf(NoToken.class));
    }

    private void signIn() {
        gates.signIn(SessionKey.APPLICATION, ScriptedSource.tokens("at-1", "rt-1"));
    }

    private CompletableFuture<Grant> call() {
        CompletableFuture<Grant> call = gates.of(SessionKey.APPLICATION)
                .enter(() -> "ShopClient.orders")
                .acquire()
                .toCompletableFuture();
        clock.runPending();
        return call;
    }

    /** Cannot always say what it can do, as a bean without its context; a flight is refused a number of times. */
    private static final class Moody extends ScriptedSource {
        int failsNext;
        private final List<@Nullable FlightScope> asked = new ArrayList<>();

        private boolean say(boolean answer) {
            asked.add(FlightScope.current());
            if (failsNext > 0) {
                failsNext -= FlightScope.current() == null ? 0 : 1;
                throw new IllegalStateException("no context");
            }
            return answer;
        }

        int askedByFlights() {
            return (int) asked.stream().filter(scope -> scope != null).count();
        }

        @Override
        public synchronized boolean canAcquire() {
            return say(false);
        }

        @Override
        public boolean canRefresh(TokenSet current) {
            return say(true);
        }

        @Override
        public synchronized boolean canRevoke() {
            return say(false);
        }
    }
}
