package dev.tollgate.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.source.SessionKey;
import dev.tollgate.testkit.ManualClock;
import dev.tollgate.time.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The application ends: callers are given the reason at once, and what has been sent may land. */
class ClosingTest {

    private static final String REASON = "realm 'shop': the application is ending, and its gates are closed";
    private static final SessionKey ALICE = new SessionKey("alice");
    private static final SessionKey BOB = new SessionKey("bob");

    private final ManualClock clock = new ManualClock();
    private final ScriptedSource source = new ScriptedSource();
    private final TokenGates gates = gates(clock);

    @Test
    void callAfterTheEndIsGivenTheReasonAtOnce() {
        Rig rig = Rig.signedIn();
        rig.gate.close();

        assertThat(Rig.failureOf(rig.call()))
                .isInstanceOf(NoToken.Unavailable.class)
                .hasMessage(REASON);
        assertThat(Rig.failureOf(rig.gate.refresh(() -> "Realm.refresh").toCompletableFuture()))
                .hasMessage(REASON);
        assertThatThrownBy(() -> rig.gate.open(() -> "ShopClient.token")).hasMessage(REASON);
    }

    @Test
    void rejectedCallIsGivenTheReasonToo() {
        Rig rig = Rig.signedIn();
        Passage sent = rig.sentCall();
        rig.gate.close();

        assertThat(Rig.failureOf(rig.rejected(sent))).hasMessage(REASON);
    }

    @Test
    void waiterIsGivenTheReasonToo() {
        Rig rig = Rig.expired();
        CompletableFuture<Grant> call = rig.call();

        rig.gate.close();

        assertThat(Rig.failureOf(call)).hasMessage(REASON);
        assertThat(rig.clock.timers()).as("timers, but for that of the attempt").isEqualTo(1);
    }

    @Test
    void nothingLeadsAwayFromTheEnd() {
        Rig rig = Rig.signedIn();
        rig.gate.close();

        rig.gate.signOut();
        assertThatThrownBy(() -> rig.gate.signIn(ScriptedSource.tokens("at-2", "rt-2")))
                .hasMessage(REASON);

        assertThat(Rig.failureOf(rig.call())).hasMessage(REASON);
        assertThat(rig.events(GateEvent.SignedOut.class)).hasSize(1);
    }

    @Test
    void gateThatIsMadeAfterTheEndIsClosedToo() {
        gates.close();

        assertThat(Rig.failureOf(call(BOB)))
                .hasMessage("realm 'shop', session 'bob': the application is ending, and its gates are closed");
        assertThatThrownBy(() -> gates.signIn(ALICE, ScriptedSource.tokens("at", "rt")))
                .isInstanceOf(NoToken.Unavailable.class);
    }

    /** Its caller has been let in by the server, and may have other calls to make until the end. */
    @Test
    void firstSignInIsKeptWhileOthersLand() {
        gates.windDown();

        gates.signIn(BOB, ScriptedSource.tokens("at-1", "rt-1"));
        gates.of(ALICE).signIn(ScriptedSource.tokens("at-2", "rt-2"));

        assertThat(Rig.accessToken(call(BOB))).isEqualTo("at-1");
        assertThat(Rig.accessToken(call(ALICE))).isEqualTo("at-2");
        gates.close();
        assertThat(Rig.failureOf(call(BOB))).hasMessageContaining("the application is ending");
    }

    @Test
    void callOfANewSessionIsGivenTheReasonWhileOthersLand() {
        gates.windDown();

        assertThat(Rig.failureOf(call(BOB))).hasMessageContaining("the application is ending");
    }

    @Test
    void flightThatHasBeenSentLandsBeforeTheEnd() {
        signInExpired(ALICE);
        CompletableFuture<Grant> call = call(ALICE);
        CompletionStage<Void> landed = gates.windDown();
        assertThat(landed.toCompletableFuture()).isNotDone();

        source.answer("at-2", "rt-2");

        assertThat(Rig.accessToken(call)).isEqualTo("at-2");
        assertThat(landed.toCompletableFuture()).isCompleted();
        assertThat(Rig.accessToken(call(ALICE))).as("a token that is there").isEqualTo("at-2");
    }

    @Test
    void flightThatIsNotAnsweredIsWaitedForNoLongerThanAnAttemptMayTake() {
        signInExpired(ALICE);
        call(ALICE);
        CompletableFuture<Void> landed = gates.windDown().toCompletableFuture();

        clock.advance(GatePolicy.DEFAULTS.attemptTimeout().minusMillis(1));
        assertThat(landed).isNotDone();
        clock.advance(Duration.ofMillis(1));

        assertThat(landed).isCompleted();
    }

    @Test
    void flightThatHasNotBeenSentIsNotSentAnyMore() {
        signInExpired(ALICE);
        CompletableFuture<Grant> call =
                gates.of(ALICE).enter(() -> "ShopClient.orders").acquire().toCompletableFuture();

        assertThat(gates.windDown().toCompletableFuture()).isCompleted();
        clock.runPending();

        assertThat(Rig.failureOf(call)).hasMessageContaining("the application is ending");
        assertThat(source.grants()).isEmpty();
    }

    @Test
    void failedAttemptIsNotFollowedByAnotherOne() {
        signInExpired(ALICE);
        CompletableFuture<Grant> call = call(ALICE);
        CompletionStage<Void> landed = gates.windDown();

        source.fail(ScriptedSource.unavailable());

        assertThat(Rig.failureOf(call)).isInstanceOf(NoToken.Unavailable.class);
        assertThat(landed.toCompletableFuture()).isCompleted();
        clock.advance(Rig.LIFE);
        assertThat(source.grants()).hasSize(1);
    }

    @Test
    void noFlightDepartsWhileOthersLand() {
        signInExpired(ALICE);
        signInExpired(BOB);
        call(ALICE);
        gates.windDown();

        assertThat(Rig.failureOf(call(BOB))).hasMessageContaining("the application is ending");
    }

    @Test
    void rejectedCallTakesNoTokenOutOfUseWhileOthersLand() {
        Passage sent = sentCall();
        gates.windDown();

        assertThat(sent.verdict().toCompletableFuture()).isCompletedWithValue(new Verdict.HandOver(Verdict.Why.ENDING));

        assertThat(Rig.accessToken(call(ALICE))).isEqualTo("at-1");
        assertThat(source.grants()).isEmpty();
    }

    @Test
    void tokenThatTheApplicationCountsAsExpiredStaysInUseForOthersWhileOthersLand() {
        Passage sent = sentCall();
        gates.windDown();

        assertThat(Rig.failureOf(sent.acquireNewer().toCompletableFuture()))
                .hasMessageContaining("the application is ending");

        assertThat(Rig.accessToken(call(ALICE))).isEqualTo("at-1");
    }

    @Test
    void rejectedCallIsReplayedWithWhatLandsAfterTheEndBegan() {
        Passage sent = sentCall();
        CompletableFuture<Verdict> first = sentCall().verdict().toCompletableFuture();
        clock.runPending();
        gates.windDown();
        CompletableFuture<Verdict> second = sent.verdict().toCompletableFuture();

        source.answer("at-2", "rt-2");

        assertThat(List.of(first, second)).allSatisfy(verdict -> {
            assertThat(verdict).isCompleted();
            assertThat(Rig.accessToken(verdict.join())).isEqualTo("at-2");
        });
    }

    private Passage sentCall() {
        if (gates.of(ALICE).usable(() -> "ShopClient.orders") == null) {
            gates.signIn(ALICE, ScriptedSource.tokens("at-1", "rt-1"));
        }
        Passage sent = gates.of(ALICE).enter(() -> "ShopClient.orders");
        sent.await();
        return sent;
    }

    @Test
    void revocationThatHasBeenSentEndsBeforeTheEnd() {
        CompletableFuture<Void> revocation = new CompletableFuture<>();
        source.thatRevokes(revocation);
        gates.signIn(ALICE, ScriptedSource.tokens("at-1", "rt-1"));
        gates.of(ALICE).signOut();
        clock.runPending();
        CompletionStage<Void> landed = gates.windDown();
        assertThat(landed.toCompletableFuture()).isNotDone();

        revocation.complete(null);

        assertThat(landed.toCompletableFuture()).isCompleted();
    }

    /** Seen from outside: a call that came between closing the gates and closing the threads waited for ever. */
    @RepeatedTest(20)
    void noCallWaitsForEverWhenItComesAsTheApplicationEnds() throws Exception {
        GateThreads threads = GateThreads.of(ClosingTest::daemon, 4);
        TokenGates closing = TokenGates.of(
                "shop",
                (current, request) -> new CompletableFuture<>(),
                GatePolicy.DEFAULTS.withWaitTimeout(Duration.ofSeconds(30)).withAttemptTimeout(Duration.ofSeconds(30)),
                SessionLimits.DEFAULTS,
                TimeSource.system(),
                threads,
                event -> {});
        closing.signIn(ALICE, Rig.shortLived(Duration.ZERO));
        Random random = new Random();
        CyclicBarrier start = new CyclicBarrier(17);
        ExecutorService callers = Executors.newFixedThreadPool(17, ClosingTest::daemon);
        List<Future<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            int spin = random.nextInt(20_000);
            SessionKey session = i % 2 == 0 ? ALICE : new SessionKey("new-" + i);
            calls.add(callers.submit(() -> failsAfter(spin, start, closing, session)));
        }
        int spin = random.nextInt(20_000);
        callers.submit(after(spin, start, () -> {
            closing.windDown();
            closing.close();
            threads.close();
            return true;
        }));

        for (Future<Boolean> call : calls) {
            assertThat(call.get(20, TimeUnit.SECONDS)).isTrue();
        }
        callers.shutdownNow();
    }

    private static boolean failsAfter(int spin, CyclicBarrier start, TokenGates gates, SessionKey session)
            throws Exception {
        return after(spin, start, () -> {
                    assertThatThrownBy(() -> gates.of(session)
                                    .enter(() -> "ShopClient.orders")
                                    .await())
                            .isInstanceOf(NoToken.class);
                    return true;
                })
                .call();
    }

    private static Callable<Boolean> after(int spin, CyclicBarrier start, Callable<Boolean> work) {
        return () -> {
            start.await();
            for (int i = 0; i < spin; i++) {
                Thread.onSpinWait();
            }
            return work.call();
        };
    }

    /** Else it would wait for a flight whose end may never come, with nothing that ends its wait. */
    @Test
    void callThatFindsNoTimersIsGivenTheReasonAtOnce() {
        Ending threads = new Ending(clock);
        TokenGates without = gates(threads);
        without.signIn(ALICE, Rig.shortLived(Duration.ZERO));
        without.of(ALICE).enter(() -> "ShopClient.orders").acquire();
        threads.gone = true;

        CompletableFuture<Grant> call =
                without.of(ALICE).enter(() -> "ShopClient.orders").acquire().toCompletableFuture();

        assertThat(Rig.failureOf(call)).isInstanceOf(NoToken.Unavailable.class);
    }

    @Test
    void blockedThreadCountsForItselfWhereNoTimerRuns() {
        TokenGates without = gates(new NoThreads());
        without.signIn(ALICE, Rig.shortLived(Duration.ZERO));

        assertThatThrownBy(
                        () -> without.of(ALICE).enter(() -> "ShopClient.orders").await())
                .isInstanceOf(NoToken.Unavailable.class)
                .hasMessageContaining("no token within 50 ms (wait-timeout)");
    }

    private TokenGates gates(GateThreads threads) {
        GatePolicy policy =
                threads == clock ? GatePolicy.DEFAULTS : GatePolicy.DEFAULTS.withWaitTimeout(Duration.ofMillis(50));
        return TokenGates.of("shop", source, policy, SessionLimits.DEFAULTS, clock, threads, event -> {});
    }

    private void signInExpired(SessionKey session) {
        gates.signIn(session, ScriptedSource.tokens("at-1", "rt-1"));
        clock.advance(Rig.LIFE);
    }

    private CompletableFuture<Grant> call(SessionKey session) {
        CompletableFuture<Grant> call =
                gates.of(session).enter(() -> "ShopClient.orders").acquire().toCompletableFuture();
        clock.runPending();
        return call;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    }

    /** Threads that are gone all of a sudden. */
    private static final class Ending implements GateThreads {

        private final GateThreads threads;
        private boolean gone;

        Ending(GateThreads threads) {
            this.threads = threads;
        }

        @Override
        public void run(Runnable flight) {
            threads.run(flight);
        }

        @Override
        public Timer later(Duration delay, Runnable task) {
            if (gone) {
                throw new RejectedExecutionException("no timers any more");
            }
            return threads.later(delay, task);
        }

        @Override
        public void close() {}
    }

    /** Takes everything and does nothing, as a container whose threads are gone. */
    private static final class NoThreads implements GateThreads {
        @Override
        public void run(Runnable flight) {}

        @Override
        public Timer later(Duration delay, Runnable task) {
            return () -> {};
        }

        @Override
        public void close() {}
    }
}
