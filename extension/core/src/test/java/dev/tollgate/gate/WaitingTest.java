package dev.tollgate.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.source.SessionKey;
import dev.tollgate.source.TokenRequest;
import dev.tollgate.source.TokenSource;
import dev.tollgate.testkit.ManualClock;
import dev.tollgate.token.TokenSet;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Guarantees 1 and 6: nobody waits for ever, and whoever leaves leaves alone. */
@Timeout(30)
class WaitingTest {

    private static final Duration WAIT = GatePolicy.DEFAULTS.waitTimeout();

    @Test
    void waiterGivesUpAtItsDeadlineAndLeavesTheFlightAlone() {
        Rig rig = Rig.expired(GatePolicy.DEFAULTS.withAttemptTimeout(Duration.ofMinutes(1)));
        CompletableFuture<Grant> early = rig.call();
        rig.clock.advance(Duration.ofSeconds(6));
        CompletableFuture<Grant> late = rig.call();

        rig.clock.advance(Duration.ofSeconds(4));
        assertThat(Rig.failureOf(early))
                .isInstanceOf(NoToken.Unavailable.class)
                .hasMessageContaining("10000 ms (wait-timeout)");
        assertThat(rig.waiters()).isEqualTo(1);
        rig.source.answer("at-2", "rt-2");

        assertThat(Rig.accessToken(late)).isEqualTo("at-2");
    }

    @Test
    void bothWaitsOfACallShareOneBudget() {
        Rig rig = Rig.expired(GatePolicy.DEFAULTS.withAttemptTimeout(Duration.ofMinutes(1)));
        Passage passage = rig.gate.enter(() -> "ShopClient.orders");
        CompletableFuture<Grant> first = rig.call(passage);
        rig.clock.advance(Duration.ofSeconds(7));
        rig.source.answer("at-2", "rt-2");
        assertThat(first).isCompleted();

        CompletableFuture<Verdict> second = rig.rejected(passage);
        rig.clock.advance(Duration.ofSeconds(3).minusNanos(1));
        assertThat(second).isNotDone();
        rig.clock.advance(Duration.ofNanos(1));

        assertThat(Rig.failureOf(second)).isInstanceOf(NoToken.Unavailable.class);
    }

    @Test
    void waitForAVerdictAndForANewerTokenAreTakenFromTheSameBudget() {
        Rig rig = Rig.signedIn(GatePolicy.DEFAULTS.withAttemptTimeout(Duration.ofMinutes(1)));
        Passage passage = rig.sentCall();
        CompletableFuture<Verdict> verdict = rig.rejected(passage);
        rig.clock.advance(Duration.ofSeconds(4));
        rig.source.answer("at-2", "rt-2");
        assertThat(verdict).isCompleted();
        CompletableFuture<Grant> newer = passage.acquireNewer().toCompletableFuture();
        rig.clock.advance(Duration.ofSeconds(4));
        rig.source.answer("at-3", "rt-3");
        assertThat(newer).isCompleted();

        CompletableFuture<Verdict> last = rig.rejected(passage);
        rig.clock.advance(Duration.ofSeconds(2).minusNanos(1));
        assertThat(last).isNotDone();
        rig.clock.advance(Duration.ofNanos(1));

        assertThat(Rig.failureOf(last)).isInstanceOf(NoToken.Unavailable.class);
    }

    @Test
    void whoWaitsInVainIsToldWhatTheFlightBeforeFailedWith() {
        Rig rig = Rig.expired(GatePolicy.DEFAULTS.withAttemptTimeout(Duration.ofMinutes(1)));
        rig.call().cancel(true);
        rig.source.fail(ScriptedSource.unavailable());
        assertThat(rig.gate.status().state()).isEqualTo(GateStatus.State.STALE);

        CompletableFuture<Grant> call = rig.call();
        rig.clock.advance(WAIT);

        assertThat(Rig.failureOf(call)).hasMessageContaining("503 from the token endpoint");
    }

    @Test
    void cancelledWaiterLeavesAlone() {
        Rig rig = Rig.expired();
        CompletableFuture<Grant> stays = rig.call();
        CompletableFuture<Grant> leaves = rig.call();

        leaves.cancel(true);
        assertThat(rig.waiters()).isEqualTo(1);
        rig.source.answer("at-2", "rt-2");

        assertThat(Rig.accessToken(stays)).isEqualTo("at-2");
    }

    @Test
    void interruptedThreadLeavesAloneAndStaysInterrupted() throws Exception {
        Rig rig = Rig.expired();
        AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
        CountDownLatch interrupted = new CountDownLatch(1);
        Thread caller = new Thread(() -> {
            try {
                rig.gate.enter(() -> "ShopClient.orders").await();
            } catch (NoToken e) {
                thrown.set(e);
                if (Thread.currentThread().isInterrupted()) {
                    interrupted.countDown();
                }
            }
        });
        caller.start();
        awaitWaiters(rig, 1);
        CompletableFuture<Grant> stays = rig.call();

        caller.interrupt();
        interrupted.await();
        assertThat(rig.waiters()).isEqualTo(1);
        awaitAsked(rig);
        rig.source.answer("at-2", "rt-2");

        assertThat(thrown.get()).isInstanceOf(NoToken.Unavailable.class).hasMessageContaining("interrupted");
        assertThat(Rig.accessToken(stays)).isEqualTo("at-2");
        assertThat(rig.source.grants()).hasSize(1);
    }

    @Test
    void blockedThreadIsWokenByTheFlight() throws Exception {
        Rig rig = Rig.expired();
        AtomicReference<@Nullable Grant> got = new AtomicReference<>();
        Thread caller = new Thread(
                () -> got.set(rig.gate.enter(() -> "ShopClient.orders").await()));
        caller.start();
        awaitWaiters(rig, 1);

        awaitAsked(rig);
        rig.source.answer("at-2", "rt-2");
        caller.join();

        assertThat(got.get()).isNotNull();
    }

    @Test
    void waitOfABlockedThreadIsTakenFromTheSameBudget() throws Exception {
        Rig rig = Rig.expired(GatePolicy.DEFAULTS.withAttemptTimeout(Duration.ofMinutes(1)));
        Passage passage = rig.gate.enter(() -> "ShopClient.orders");
        Thread caller = new Thread(passage::await);
        caller.start();
        awaitWaiters(rig, 1);
        awaitAsked(rig);
        rig.clock.advance(Duration.ofSeconds(7));
        rig.source.answer("at-2", "rt-2");
        caller.join();

        CompletableFuture<Verdict> second = rig.rejected(passage);
        rig.clock.advance(Duration.ofSeconds(3).minusNanos(1));
        assertThat(second).isNotDone();
        rig.clock.advance(Duration.ofNanos(1));

        assertThat(Rig.failureOf(second)).isInstanceOf(NoToken.Unavailable.class);
    }

    @Test
    void waitOfABlockedThreadBeginsBeforeItHasASeat() {
        ManualClock clock = new ManualClock();
        TokenGate gate = TokenGate.of(
                "shop",
                SessionKey.APPLICATION,
                new SlowToSay(clock),
                GatePolicy.DEFAULTS.withAttemptTimeout(Duration.ofMinutes(1)),
                clock,
                atOnce(clock),
                event -> {});
        gate.signIn(Rig.shortLived(Duration.ZERO));
        Passage passage = gate.enter(() -> "ShopClient.orders");
        passage.await();

        CompletableFuture<Verdict> second = passage.verdict().toCompletableFuture();
        clock.advance(WAIT.minus(SlowToSay.TIME));

        assertThat(Rig.failureOf(second)).isInstanceOf(NoToken.Unavailable.class);
    }

    /** Takes its time to say what it can do, once; answers once. */
    private static final class SlowToSay implements TokenSource {
        static final Duration TIME = Duration.ofSeconds(7);

        private final ManualClock clock;
        private boolean said;
        private boolean answered;

        SlowToSay(ManualClock clock) {
            this.clock = clock;
        }

        @Override
        public CompletionStage<TokenSet> refresh(TokenSet current, TokenRequest request) {
            boolean first = !answered;
            answered = true;
            return first
                    ? CompletableFuture.completedFuture(ScriptedSource.tokens("at-2", "rt-2"))
                    : new CompletableFuture<>();
        }

        @Override
        public boolean canRefresh(TokenSet current) {
            if (!said) {
                said = true;
                clock.advance(TIME);
            }
            return true;
        }
    }

    private static GateThreads atOnce(ManualClock clock) {
        return new GateThreads() {
            @Override
            public void run(Runnable flight) {
                flight.run();
            }

            @Override
            public Timer later(Duration delay, Runnable task) {
                return clock.later(delay, task);
            }

            @Override
            public void close() {}
        };
    }

    @Test
    void blockedThreadGetsTheVerdictOnItsRejectedToken() throws Exception {
        Rig rig = Rig.signedIn();
        Passage passage = rig.sentCall();
        AtomicReference<@Nullable Verdict> verdict = new AtomicReference<>();
        Thread caller = new Thread(() -> verdict.set(passage.awaitVerdict()));
        caller.start();
        awaitWaiters(rig, 1);
        awaitAsked(rig);
        rig.source.answer("at-2", "rt-2");
        caller.join();

        assertThat(Rig.accessToken(Objects.requireNonNull(verdict.get()))).isEqualTo("at-2");
        assertThat(Objects.requireNonNull(passage.used()).tokens().accessToken())
                .isEqualTo("at-2");
    }

    @Test
    void sourceThatNeverAnswersIsGivenUpAtTheDeadlineOfTheAttempt() {
        Rig rig = Rig.expired(GatePolicy.DEFAULTS.withRotation(Rotation.STRICT));
        CompletableFuture<Grant> call = rig.call();

        rig.clock.advance(GatePolicy.DEFAULTS.attemptTimeout());

        assertThat(Rig.failureOf(call))
                .isInstanceOf(NoToken.SessionOver.class)
                .hasMessageContaining("no answer within the time of one attempt");
    }

    @Test
    void callThatIsOneTooManyFailsAtOnceAndLeavesTheOthersAlone() {
        Rig rig = Rig.expired(GatePolicy.DEFAULTS.withMaxWaiters(2));
        CompletableFuture<Grant> first = rig.call();
        CompletableFuture<Grant> second = rig.call();

        assertThat(Rig.failureOf(rig.call()))
                .isInstanceOf(NoToken.Unavailable.class)
                .hasMessage("realm 'shop': more than 2 calls wait for a token (max-waiters)");
        assertThat(rig.waiters()).isEqualTo(2);
        rig.source.answer("at-2", "rt-2");

        assertThat(Rig.accessToken(first)).isEqualTo("at-2");
        assertThat(Rig.accessToken(second)).isEqualTo("at-2");
    }

    @Test
    void noTimerOutlivesItsCall() {
        Rig rig = Rig.expired();
        CompletableFuture<Grant> call = rig.call();
        rig.source.answer("at-2", "rt-2");

        assertThat(call).isCompleted();
        assertThat(rig.clock.timers()).isZero();
    }

    @Test
    void throwingSourceFailsTheFlightInsteadOfHangingIt() {
        TokenGate gate = TokenGate.of(
                "shop",
                dev.tollgate.source.SessionKey.APPLICATION,
                (tokens, request) -> {
                    throw new IllegalStateException("a bug");
                },
                GatePolicy.DEFAULTS.withRotation(Rotation.STRICT),
                dev.tollgate.time.TimeSource.system(),
                GateThreads.of(Thread::new, 8),
                event -> {});
        gate.signIn(Rig.shortLived(Duration.ZERO));

        assertThatThrownBy(() -> gate.enter(() -> "ShopClient.orders").await())
                .isInstanceOf(NoToken.SessionOver.class)
                .hasRootCauseMessage("a bug");
    }

    @Test
    void waitTimeoutIsTheDefaultOfTenSeconds() {
        assertThat(WAIT).isEqualTo(Duration.ofSeconds(10));
    }

    /** A waiter has its seat before the flight departs. */
    private static void awaitAsked(Rig rig) {
        while (rig.source.unanswered() == 0) {
            rig.clock.runPending();
            Thread.onSpinWait();
        }
    }

    private static void awaitWaiters(Rig rig, int count) {
        while (rig.waiters() < count) {
            Thread.onSpinWait();
        }
    }
}
