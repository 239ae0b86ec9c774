package dev.tollgate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.source.Reason;
import dev.tollgate.source.SessionKey;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.testkit.ManualClock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Guarantee 5: a refresh whose outcome is unknown may have used up the refresh token. */
class UnknownOutcomeTest {

    private static final GatePolicy POLICY = GatePolicy.DEFAULTS;
    private static final Duration UNTIL_MARGIN = Rig.LIFE.minus(POLICY.refreshMargin());

    @Test
    void rotationThatWasSeenIsRememberedBeyondTheSignIn() {
        Rig rig = Rig.expiredAfterRotation(GatePolicy.DEFAULTS);
        rig.gate.signIn(ScriptedSource.tokens("at-of-bob", "rt-of-bob"));
        rig.clock.advance(Rig.LIFE);

        CompletableFuture<Grant> call = rig.call();
        rig.source.fail(ScriptedSource.lost());

        assertThat(Rig.failureOf(call)).isInstanceOf(NoToken.SessionOver.class);
        assertThat(rig.source.grants()).endsWith("refresh rt-of-bob").hasSize(2);
    }

    @Test
    void strictNeverSendsTheSameRefreshTokenAgain() {
        Rig rig = Rig.expired(POLICY.withRotation(Rotation.STRICT));
        CompletableFuture<Grant> call = rig.call();

        rig.source.fail(ScriptedSource.lost());
        rig.clock.advance(Rig.LIFE);
        rig.call();

        assertThat(Rig.failureOf(call)).isInstanceOf(NoToken.SessionOver.class).hasRootCauseMessage("connection reset");
        assertThat(rig.source.grants()).containsExactly("refresh rt-1");
    }

    @Test
    void gateIsStrictOnceItHasSeenTheServerRotate() {
        Rig rig = Rig.expiredAfterRotation(POLICY);
        CompletableFuture<Grant> call = rig.call();

        rig.source.fail(ScriptedSource.lost());

        assertThat(Rig.failureOf(call)).isInstanceOf(NoToken.SessionOver.class);
        assertThat(rig.source.grants()).containsExactly("refresh rt-1", "refresh rt-2");
    }

    @Test
    void gateIsStrictOnceALostRefreshTellsOfARotation() {
        Rig rig = Rig.expired();
        CompletableFuture<Grant> call = rig.call();

        rig.source.fail(TokenFailure.OutcomeUnknown.afterRotation("connection reset", null));
        rig.clock.advance(POLICY.maxBackOff());

        assertThat(Rig.failureOf(call)).isInstanceOf(NoToken.SessionOver.class);
        assertThat(rig.source.grants()).containsExactly("refresh rt-1");
    }

    @Test
    void refreshTokenIsSentOnceMoreWhereNobodyHasSeenTheServerRotate() {
        Rig rig = Rig.expired();
        rig.call();
        rig.source.answer("at-2", "rt-1");
        rig.clock.advance(Rig.LIFE);
        CompletableFuture<Grant> call = rig.call();

        rig.source.fail(ScriptedSource.lost());
        rig.clock.advance(POLICY.maxBackOff());
        rig.source.answer("at-3", "rt-1");

        assertThat(Rig.accessToken(call)).isEqualTo("at-3");
        assertThat(rig.source.grants()).hasSize(3).containsOnly("refresh rt-1");
    }

    @Test
    void gateStaysStrictWhenALaterAnswerKeepsTheRefreshToken() {
        Rig rig = Rig.expiredAfterRotation(POLICY);
        rig.call();
        rig.source.answer("at-3", "rt-2");
        rig.clock.advance(Rig.LIFE);
        CompletableFuture<Grant> call = rig.call();

        rig.source.fail(ScriptedSource.lost());

        assertThat(Rig.failureOf(call)).isInstanceOf(NoToken.SessionOver.class);
    }

    @Test
    void configuredRotationOutweighsWhatWasSeen() {
        Rig rig = Rig.expiredAfterRotation(POLICY.withRotation(Rotation.NONE));
        CompletableFuture<Grant> call = rig.call();

        rig.source.fail(ScriptedSource.lost());
        rig.clock.advance(POLICY.maxBackOff());
        rig.source.answer("at-3", "rt-2");

        assertThat(Rig.accessToken(call)).isEqualTo("at-3");
    }

    @Test
    void graceSendsTheRefreshTokenOnceMoreAndNoMore() {
        Rig rig = Rig.expired(POLICY.withRotation(Rotation.GRACE));
        CompletableFuture<Grant> call = rig.call();

        rig.source.fail(ScriptedSource.lost());
        rig.clock.advance(POLICY.maxBackOff());
        rig.source.fail(ScriptedSource.lost());
        rig.clock.advance(Rig.LIFE);

        assertThat(Rig.failureOf(call)).isInstanceOf(NoToken.SessionOver.class);
        assertThat(rig.source.grants()).containsExactly("refresh rt-1", "refresh rt-1");
    }

    @Test
    void graceSendsOnceMoreEvenWhenNobodyWaits() {
        Rig rig = Rig.signedIn(POLICY.withRotation(Rotation.GRACE));
        rig.clock.advance(UNTIL_MARGIN);
        rig.call();

        rig.source.fail(ScriptedSource.lost());
        rig.clock.advance(POLICY.backOff());
        rig.source.answer("at-2", "rt-2");

        assertThat(Rig.accessToken(rig.call())).isEqualTo("at-2");
    }

    @ParameterizedTest
    @MethodSource("answersThatBringNothing")
    void graceSendsOnceMoreWhateverTheServerAnswersThen(TokenFailure answer) {
        Rig rig = Rig.expired(POLICY.withRotation(Rotation.GRACE));
        CompletableFuture<Grant> call = rig.call();

        rig.source.fail(ScriptedSource.lost());
        rig.clock.advance(POLICY.maxBackOff());
        rig.source.fail(answer);
        rig.clock.advance(Rig.LIFE);
        rig.call();

        assertThat(Rig.failureOf(call)).isInstanceOf(NoToken.SessionOver.class);
        assertThat(rig.source.grants()).containsExactly("refresh rt-1", "refresh rt-1");
    }

    static Stream<TokenFailure> answersThatBringNothing() {
        return Stream.of(ScriptedSource.unavailable(), ScriptedSource.misconfigured(), ScriptedSource.dead());
    }

    @Test
    void graceDoesNotCountWhatWasNotSent() {
        Rig rig = Rig.expired(POLICY.withRotation(Rotation.GRACE));
        CompletableFuture<Grant> call = rig.call();

        rig.source.fail(ScriptedSource.lost());
        rig.clock.advance(POLICY.backOff());
        rig.source.fail(ScriptedSource.unsent());
        rig.clock.advance(POLICY.maxBackOff());
        rig.source.answer("at-2", "rt-2");

        assertThat(Rig.accessToken(call)).isEqualTo("at-2");
    }

    @Test
    void graceCountsOverAllFlightsOfARefreshToken() {
        Rig rig = Rig.signedIn(POLICY.withRotation(Rotation.GRACE));
        rig.clock.advance(UNTIL_MARGIN);
        rig.call();
        rig.source.fail(ScriptedSource.lost());
        rig.clock.advance(POLICY.backOff());
        rig.source.fail(ScriptedSource.unsent());
        rig.clock.advance(Rig.LIFE);
        CompletableFuture<Grant> call = rig.call();

        rig.source.fail(ScriptedSource.lost());
        rig.clock.advance(Rig.LIFE);

        assertThat(Rig.failureOf(call)).isInstanceOf(NoToken.SessionOver.class);
        assertThat(rig.source.grants()).hasSize(3);
    }

    @Test
    void graceBeginsAnewWithEachRefreshToken() {
        Rig rig = Rig.expired(POLICY.withRotation(Rotation.GRACE));
        rig.call();
        rig.source.fail(ScriptedSource.lost());
        rig.clock.advance(POLICY.backOff());
        rig.source.answer("at-2", "rt-2");
        rig.clock.advance(Rig.LIFE);
        CompletableFuture<Grant> call = rig.call();

        rig.source.fail(ScriptedSource.lost());
        rig.clock.advance(POLICY.backOff());
        rig.source.answer("at-3", "rt-3");

        assertThat(Rig.accessToken(call)).isEqualTo("at-3");
    }

    @Test
    void tokenThatIsStillGoodIsServedWhileTheSecondTryIsOpen() {
        Rig rig = Rig.signedIn(POLICY.withRotation(Rotation.GRACE));
        rig.clock.advance(UNTIL_MARGIN);
        rig.call();
        rig.source.fail(ScriptedSource.lost());

        assertThat(Rig.accessToken(rig.call())).isEqualTo("at-1");

        rig.rejected(rig.sentCall());
        assertThat(rig.call()).isNotDone();
    }

    @Test
    void withoutRotationTheRefreshTokenIsSentOnceMoreInAFlightAndTheSessionKept() {
        Rig rig = Rig.expired(POLICY.withRotation(Rotation.NONE));
        CompletableFuture<Grant> call = rig.call();

        rig.source.fail(ScriptedSource.lost());
        rig.clock.advance(POLICY.maxBackOff());
        rig.source.fail(ScriptedSource.lost());

        assertThat(Rig.failureOf(call)).isInstanceOf(NoToken.Unavailable.class);
        assertThat(rig.source.grants()).hasSize(2);
        rig.clock.advance(POLICY.maxBackOff());
        CompletableFuture<Grant> next = rig.call();
        rig.source.answer("at-2", "rt-1");
        assertThat(Rig.accessToken(next)).isEqualTo("at-2");
    }

    @ParameterizedTest
    @EnumSource(names = {"STRICT", "GRACE"})
    void tokensAreAcquiredAnewWhereTheSourceCan(Rotation rotation) {
        Rig rig = Rig.expired(POLICY.withRotation(rotation));
        rig.source.thatCanAcquire();
        CompletableFuture<Grant> call = rig.call();

        rig.source.fail(ScriptedSource.lost());
        if (rotation == Rotation.GRACE) {
            rig.clock.advance(POLICY.maxBackOff());
            rig.source.fail(ScriptedSource.lost());
        }
        rig.clock.runPending();
        rig.source.answer("at-2", "rt-2");

        assertThat(Rig.accessToken(call)).isEqualTo("at-2");
        assertThat(rig.source.grants()).endsWith("acquire").hasSize(rotation == Rotation.GRACE ? 3 : 2);
        assertThat(rig.events(GateEvent.SessionEnded.class)).isEmpty();
    }

    @Test
    void refreshTokenThatMayBeUsedUpIsNotSentAgainEvenIfNothingCouldBeAcquired() {
        Rig rig = Rig.expired(POLICY.withRotation(Rotation.STRICT).withFailFast(true));
        rig.source.thatCanAcquire();
        rig.call();
        rig.source.fail(ScriptedSource.lost());
        rig.clock.runPending();
        rig.source.fail(ScriptedSource.unavailable());

        rig.clock.advance(POLICY.maxBackOff());
        CompletableFuture<Grant> next = rig.call();
        rig.source.answer("at-2", "rt-2");

        assertThat(rig.source.grants()).containsExactly("refresh rt-1", "acquire", "acquire");
        assertThat(Rig.accessToken(next)).isEqualTo("at-2");
    }

    @Test
    void timeoutOfARefreshLeavesItsOutcomeUnknown() {
        Rig rig = Rig.expired(POLICY.withRotation(Rotation.STRICT));
        CompletableFuture<Grant> call = rig.call();

        rig.clock.advance(POLICY.attemptTimeout());

        assertThat(Rig.failureOf(call)).isInstanceOf(NoToken.SessionOver.class);
        assertThat(rig.source.grants()).hasSize(1);
    }

    @Test
    void answerAfterTheTimeoutIsDropped() {
        Rig rig = Rig.expired(POLICY.withRotation(Rotation.STRICT));
        rig.call();
        rig.clock.advance(POLICY.attemptTimeout());

        rig.source.answer("at-2", "rt-2");

        assertThat(Rig.failureOf(rig.call())).isInstanceOf(NoToken.SessionOver.class);
    }

    @Test
    void timeoutOfAnAcquireIsTransient() {
        Rig rig = new Rig(POLICY.withRotation(Rotation.STRICT).withAttemptTimeout(Duration.ofSeconds(2)));
        rig.source.thatCanAcquire();
        CompletableFuture<Grant> call = rig.call();

        rig.clock.advance(Duration.ofSeconds(3));
        assertThat(call).isNotDone();
        assertThat(rig.source.grants()).containsExactly("acquire", "acquire");
        rig.source.answer("too late", "rt");
        rig.source.answer("at-1", "rt-1");

        assertThat(Rig.accessToken(call)).isEqualTo("at-1");
    }

    @Test
    void refreshThatGotNoThreadInTimeWasNotSentAndMayBeRepeated() {
        ManualClock clock = new ManualClock();
        ScriptedSource source = new ScriptedSource();
        GateThreads busy = new BusyThreads(clock);
        GatePolicy strict = POLICY.withRotation(Rotation.STRICT).withAttemptTimeout(Duration.ofSeconds(2));
        TokenGate gate = TokenGate.of("shop", SessionKey.APPLICATION, source, strict, clock, busy, event -> {});
        gate.signIn(Rig.shortLived(Duration.ZERO));

        CompletableFuture<Grant> call =
                gate.enter(() -> "ShopClient.orders").acquire().toCompletableFuture();
        clock.advance(Duration.ofSeconds(9));
        assertThat(call).isNotDone();
        clock.advance(Duration.ofSeconds(1));

        assertThat(Rig.failureOf(call)).isInstanceOf(NoToken.Unavailable.class);
        assertThat(gate.status().state()).isNotEqualTo(GateStatus.State.SESSION_EXPIRED);
        assertThat(source.grants()).isEmpty();
    }

    /** All flight threads are taken by others. */
    private record BusyThreads(ManualClock clock) implements GateThreads {
        @Override
        public void run(Runnable flight) {}

        @Override
        public Timer later(Duration delay, Runnable task) {
            return clock.later(delay, task);
        }

        @Override
        public void close() {}
    }

    @Test
    void nextFlightKnowsWhyThoughTheTokensAreInDoubt() {
        Rig rig = Rig.expired(POLICY.withRotation(Rotation.NONE).withFailFast(true));
        rig.call();
        rig.source.fail(ScriptedSource.lost());
        rig.clock.advance(POLICY.maxBackOff());

        rig.call();

        assertThat(rig.source.lastRequest().reason()).isEqualTo(Reason.EXPIRED);
    }

    @Test
    void nextFlightKnowsWhyThoughTheRefreshTokenIsLost() {
        Rig rig = Rig.expired(POLICY.withRotation(Rotation.STRICT).withFailFast(true));
        rig.source.thatCanAcquire();
        rig.call();
        rig.source.fail(ScriptedSource.lost());
        rig.clock.runPending();
        rig.source.fail(ScriptedSource.unavailable());
        rig.clock.advance(POLICY.maxBackOff());

        rig.call();

        assertThat(rig.source.grants()).endsWith("acquire", "acquire");
        assertThat(rig.source.lastRequest().reason()).isEqualTo(Reason.EXPIRED);
    }
}
