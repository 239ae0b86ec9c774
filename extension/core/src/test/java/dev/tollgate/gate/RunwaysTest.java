package dev.tollgate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.source.SessionKey;
import dev.tollgate.source.TokenRequest;
import dev.tollgate.source.TokenSource;
import dev.tollgate.testkit.ManualClock;
import dev.tollgate.token.TokenSet;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** A runway is always handed on, whatever becomes of who has it. */
class RunwaysTest {

    private static final GatePolicy ONE_RUNWAY = GatePolicy.DEFAULTS.withMaxRefreshes(1);

    private final ManualClock clock = new ManualClock();
    private final ScriptedSource source = new ScriptedSource();

    @Test
    void refreshAheadThatNobodyWaitsForGetsItsTurn() {
        TokenGates gates = gates(source);
        signIn(gates, "ann", Duration.ofMinutes(5));
        signIn(gates, "ben", Duration.ofMinutes(5));
        clock.advance(Duration.ofMinutes(4).plusSeconds(45));
        call(gates, "ann");
        call(gates, "ben");
        assertThat(source.grants()).containsExactly("refresh rt-ann");

        source.answer("at-ann-2", "rt-ann-2");
        clock.runPending();

        assertThat(source.grants()).containsExactly("refresh rt-ann", "refresh rt-ben");
    }

    @Test
    void flightThatIsCalledOffBeforeItTakesOffHandsTheRunwayOn() {
        TokenGates gates = gates(source);
        for (String session : new String[] {"ann", "ben", "eve"}) {
            signIn(gates, session, Duration.ZERO);
            call(gates, session);
        }
        gates.of(new SessionKey("ben")).signOut();

        source.answer("at-ann-2", "rt-ann-2");
        clock.runPending();

        assertThat(source.grants()).containsExactly("refresh rt-ann", "refresh rt-eve");
    }

    @Test
    void sourceThatFailsToSayWhatItCanDoHandsTheRunwayOn() {
        TokenGates gates = gates(new MuteOnSecondThought());
        signIn(gates, "ann", Duration.ZERO);
        signIn(gates, "ben", Duration.ZERO);

        call(gates, "ann");

        assertThat(Rig.accessToken(call(gates, "ben"))).isEqualTo("at-of-rt-ben");
    }

    @Test
    void runwayIsHandedOnThoughThereIsNoThreadForTheNextFlight() {
        Scarce threads = new Scarce();
        TokenGates gates = gates(source, threads);
        signIn(gates, "ann", Duration.ZERO);
        signIn(gates, "ben", Duration.ZERO);
        CompletableFuture<Grant> ann = call(gates, "ann");
        CompletableFuture<Grant> ben = call(gates, "ben");

        threads.exhausted = true;
        source.answer("at-ann-2", "rt-ann-2");
        threads.exhausted = false;
        clock.advance(GatePolicy.DEFAULTS.maxBackOff());

        assertThat(Rig.accessToken(ann)).isEqualTo("at-ann-2");
        source.answer("at-ben-2", "rt-ben-2");
        assertThat(Rig.accessToken(ben)).isEqualTo("at-ben-2");
    }

    private TokenGates gates(TokenSource tokens) {
        return gates(tokens, clock);
    }

    private TokenGates gates(TokenSource tokens, GateThreads threads) {
        return TokenGates.of("shop", tokens, ONE_RUNWAY, SessionLimits.DEFAULTS, clock, threads, event -> {});
    }

    private static void signIn(TokenGates gates, String session, Duration life) {
        gates.signIn(
                new SessionKey(session),
                TokenSet.of("at-" + session)
                        .refreshToken("rt-" + session)
                        .expiresIn(life)
                        .build());
    }

    private CompletableFuture<Grant> call(TokenGates gates, String session) {
        CompletableFuture<Grant> call = gates.of(new SessionKey(session))
                .enter(() -> "ShopClient.orders")
                .acquire()
                .toCompletableFuture();
        clock.runPending();
        return call;
    }

    /** A machine that has no thread left for a while. */
    private final class Scarce implements GateThreads {
        private boolean exhausted;

        @Override
        public void run(Runnable flight) {
            if (exhausted) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            clock.run(flight);
        }

        @Override
        public Timer later(Duration delay, Runnable task) {
            return clock.later(delay, task);
        }

        @Override
        public void close() {}
    }

    /** Says that it can refresh when a flight is wanted, and breaks when the flight asks again. */
    private static final class MuteOnSecondThought implements TokenSource {
        private int asked;

        @Override
        public CompletionStage<TokenSet> refresh(TokenSet current, TokenRequest request) {
            return CompletableFuture.completedFuture(
                    ScriptedSource.tokens("at-of-" + current.refreshToken().orElseThrow(), "rt"));
        }

        @Override
        public boolean canRefresh(TokenSet current) {
            if (++asked == 2) {
                throw new IllegalStateException("a bug");
            }
            return true;
        }
    }
}
