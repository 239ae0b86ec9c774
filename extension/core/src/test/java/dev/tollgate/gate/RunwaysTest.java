package dev.tollgate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.source.SessionKey;
import dev.tollgate.source.TokenRequest;
import dev.tollgate.source.TokenSource;
import dev.tollgate.testkit.ManualClock;
import dev.tollgate.token.TokenSet;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
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

    /** A queue is no longer to work through for being long, whoever of it is waited for. */
    @Test
    void eachFlightInTheQueueIsLookedAtAFewTimesAtMost() {
        int count = 40_000;
        AtomicInteger looks = new AtomicInteger();
        AtomicInteger departed = new AtomicInteger();
        Runways runways = new Runways(1, clock);
        runways.enter(() -> {});
        boolean[] awaited = new boolean[count];
        for (int number = 0; number < count; number++) {
            int own = number;
            awaited[number] = number % 3 == 0;
            Runways.Queued queued = new Runways.Queued(
                    () -> {
                        looks.incrementAndGet();
                        return awaited[own];
                    },
                    departed::incrementAndGet);
            runways.enter(queued);
            if (number % 3 == 1) {
                awaited[number] = true;
                runways.prefer(queued);
            } else {
                awaited[number] = false;
            }
        }

        for (int number = 0; number < count; number++) {
            runways.leave();
        }
        clock.runPending();

        assertThat(departed).hasValue(count);
        assertThat(looks).hasValueLessThan(3 * count);
    }

    @Test
    void flightThatSomebodyBeginsToWaitForInTheQueueGoesFirst() {
        TokenGates gates = gates(source);
        List<String> sessions = List.of("ann", "ben", "eve", "zoe");
        sessions.forEach(session -> signIn(gates, session, Duration.ofMinutes(5)));
        clock.advance(Duration.ofMinutes(4).plusSeconds(45));
        sessions.forEach(session -> call(gates, session)); // each refreshes ahead, and waits for nothing
        gates.of(new SessionKey("eve")).refresh(() -> "ShopClient.orders");
        CompletableFuture<Grant> left = gates.of(new SessionKey("ben"))
                .refresh(() -> "ShopClient.orders")
                .toCompletableFuture();
        left.cancel(false);

        while (source.unanswered() > 0) {
            source.answer("at-2", "rt-2");
            clock.runPending();
        }

        assertThat(source.grants())
                .containsExactly("refresh rt-ann", "refresh rt-eve", "refresh rt-zoe", "refresh rt-ben");
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
