package dev.tollgate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.source.TokenFailure;
import dev.tollgate.token.TokenSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Guarantee 4, and the waiting half of 1: what each kind of failure does to those who wait and to the next call. */
class FailureKindsTest {

    private static final GatePolicy POLICY = GatePolicy.DEFAULTS;
    private static final Duration TICK = Duration.ofNanos(1);
    private static final Duration UNTIL_MARGIN = Rig.LIFE.minus(POLICY.refreshMargin());

    @Nested
    class Transient {

        @Test
        void waitersRideOutAnOutageThatEndsInTime() {
            Rig rig = Rig.expired();
            CompletableFuture<Grant> call = rig.call();

            for (int second = 0; second < 9; second++) {
                rig.source.fail(ScriptedSource.unavailable());
                rig.clock.advance(POLICY.maxBackOff());
                assertThat(call).isNotDone();
            }
            rig.source.answer("at-2", "rt-2");

            assertThat(Rig.accessToken(call)).isEqualTo("at-2");
            assertThat(rig.source.grants()).hasSize(10).containsOnly("refresh rt-1");
            assertThat(rig.events(GateEvent.SessionEnded.class)).isEmpty();
        }

        @Test
        void waitersOfALongerOutageGiveUpAtTheirDeadlineAndAreToldTheReason() {
            Rig rig = Rig.expired();
            CompletableFuture<Grant> call = rig.call();

            for (int second = 0; second < 10; second++) {
                assertThat(call).isNotDone();
                rig.source.fail(ScriptedSource.unavailable());
                rig.clock.advance(POLICY.maxBackOff());
            }

            assertThat(Rig.failureOf(call))
                    .isInstanceOf(NoToken.Unavailable.class)
                    .hasMessageContaining("10000 ms (wait-timeout): 503 from the token endpoint")
                    .hasCauseInstanceOf(TokenFailure.Transient.class);
        }

        @Test
        void nextAttemptIsNotMadeBeforeTheServerAskedForIt() {
            Rig rig = Rig.expired();
            rig.call();

            rig.source.fail(askingFor(Duration.ofSeconds(5)));
            rig.clock.advance(Duration.ofSeconds(5).minus(TICK));
            assertThat(rig.source.grants()).hasSize(1);
            rig.clock.advance(TICK);

            assertThat(rig.source.grants()).hasSize(2);
        }

        @Test
        void retryAfterDoesNotShortenTheBackOff() {
            Rig rig = Rig.expired(POLICY.withBackOff(Duration.ofSeconds(4), Duration.ofSeconds(4)));
            rig.call();

            rig.source.fail(askingFor(Duration.ofSeconds(1)));
            rig.clock.advance(Duration.ofSeconds(2).minus(TICK));

            assertThat(rig.source.grants()).hasSize(1);
        }

        @Test
        void retryAfterBeyondTheWaitTimeoutRejectsAtOnceAndTellsWhen() {
            Rig rig = Rig.expired();
            CompletableFuture<Grant> call = rig.call();
            Instant retryAt = rig.clock.now().plusSeconds(60);

            rig.source.fail(askingFor(Duration.ofSeconds(60)));

            assertThat(retryAt(call)).isEqualTo(retryAt);
            rig.clock.advance(Duration.ofSeconds(50));
            assertThat(retryAt(rig.call())).isEqualTo(retryAt);
            assertThat(rig.source.grants()).hasSize(1);
        }

        @Test
        void callThatComesTowardsTheEndOfALongRetryAfterWaitsForIt() {
            Rig rig = Rig.expired();
            rig.call();
            rig.source.fail(askingFor(Duration.ofSeconds(60)));

            rig.clock.advance(Duration.ofSeconds(50).plus(TICK));
            CompletableFuture<Grant> call = rig.call();
            rig.clock.advance(Duration.ofSeconds(10).minus(TICK));
            rig.source.answer("at-2", "rt-2");

            assertThat(Rig.accessToken(call)).isEqualTo("at-2");
        }

        @Test
        void refreshOnDemandDoesNotMakeCallsWaitOutALongRetryAfter() {
            Rig rig = Rig.expired();
            rig.call();
            rig.source.fail(askingFor(Duration.ofSeconds(60)));

            CompletableFuture<Grant> demanded =
                    rig.gate.refresh(() -> "the operator").toCompletableFuture();

            assertThat(retryAt(demanded)).isEqualTo(rig.clock.now().plusSeconds(60));
            assertThat(retryAt(rig.call())).isEqualTo(rig.clock.now().plusSeconds(60));
        }

        @Test
        void absurdRetryAfterDoesNotHangTheFlight() {
            Rig rig = Rig.expired();
            CompletableFuture<Grant> call = rig.call();

            rig.source.fail(askingFor(Duration.ofSeconds(Long.MAX_VALUE)));

            assertThat(Rig.failureOf(call)).isInstanceOf(NoToken.Unavailable.class);
            assertThat(rig.gate.status().state()).isEqualTo(GateStatus.State.STALE);
        }

        @Test
        void failFastHandsTheFirstFailureToAll() {
            Rig rig = Rig.expired(POLICY.withFailFast(true));
            List<CompletableFuture<Grant>> calls = List.of(rig.call(), rig.call(), rig.call());
            TokenFailure failure = ScriptedSource.unavailable();

            rig.source.fail(failure);

            assertThat(calls).allSatisfy(call -> assertThat(Rig.failureOf(call))
                    .isInstanceOf(NoToken.Unavailable.class)
                    .hasCause(failure));
            assertThat(rig.source.grants()).hasSize(1);
        }

        @Test
        void failFastGateIsArmedAgainAtRetryAtHoweverOftenItFailed() {
            Rig rig = Rig.expired(POLICY.withFailFast(true));

            assertArmedAgainEachTime(rig, ScriptedSource::unavailable, POLICY.maxBackOff());
        }

        @Test
        void gateThatGaveUpIsArmedAgainAtRetryAtHoweverOftenItFailed() {
            Rig rig = Rig.expired();

            assertArmedAgainEachTime(rig, () -> askingFor(Duration.ofSeconds(60)), Duration.ofSeconds(60));
        }
    }

    @Nested
    class Terminal {

        @Test
        void sessionEndsOnceAndEverybodyFailsWithTheSameCauseUntilSignIn() {
            Rig rig = Rig.expired();
            List<CompletableFuture<Grant>> calls = List.of(rig.call(), rig.call());
            TokenFailure cause = ScriptedSource.dead();

            rig.source.fail(cause);

            assertThat(calls).allSatisfy(call -> assertThat(Rig.failureOf(call)).hasCause(cause));
            rig.clock.advance(Duration.ofDays(1));
            assertThat(Rig.failureOf(rig.call()))
                    .isInstanceOf(NoToken.SessionOver.class)
                    .cause()
                    .isInstanceOf(TokenFailure.Terminal.class)
                    .hasMessage(cause.getMessage());
            assertThat(rig.events(GateEvent.SessionEnded.class))
                    .singleElement()
                    .extracting(GateEvent.SessionEnded::cause)
                    .isSameAs(cause);
            assertThat(rig.source.grants()).hasSize(1);
        }

        @Test
        void signInStartsAnew() {
            Rig rig = Rig.expired();
            rig.call();
            rig.source.fail(ScriptedSource.dead());

            rig.gate.signIn(ScriptedSource.tokens("at-2", "rt-2"));

            assertThat(Rig.accessToken(rig.call())).isEqualTo("at-2");
            assertThat(rig.gate.status().failure()).isEmpty();
        }

        @Test
        void sourceThatCanAcquireDoesSoInTheSameFlight() {
            Rig rig = Rig.expired();
            rig.source.thatCanAcquire();
            CompletableFuture<Grant> call = rig.call();

            rig.source.fail(ScriptedSource.dead());
            rig.clock.runPending();
            rig.source.answer("at-2", "rt-2");

            assertThat(Rig.accessToken(call)).isEqualTo("at-2");
            assertThat(rig.source.grants()).containsExactly("refresh rt-1", "acquire");
            assertThat(rig.source.lastRequest().attempt()).isEqualTo(2);
            assertThat(rig.events(GateEvent.SessionEnded.class)).isEmpty();
        }

        @Test
        void sessionIsOverWhenTheNewGrantIsRefusedToo() {
            Rig rig = Rig.expired();
            rig.source.thatCanAcquire();
            CompletableFuture<Grant> call = rig.call();

            rig.source.fail(ScriptedSource.dead());
            rig.clock.runPending();
            rig.source.fail(ScriptedSource.dead());
            rig.call();

            assertThat(Rig.failureOf(call)).isInstanceOf(NoToken.SessionOver.class);
            assertThat(rig.source.grants()).containsExactly("refresh rt-1", "acquire");
            assertThat(rig.events(GateEvent.SessionEnded.class)).hasSize(1);
        }

        @Test
        void deadRefreshTokenIsNotSentAgainThoughNothingCouldBeAcquired() {
            Rig rig = Rig.signedIn();
            rig.source.thatCanAcquire();
            rig.clock.advance(UNTIL_MARGIN);
            rig.call();
            rig.source.fail(ScriptedSource.dead());
            rig.clock.runPending();
            rig.source.fail(ScriptedSource.unavailable());
            assertThat(Rig.accessToken(rig.call())).isEqualTo("at-1");

            rig.clock.advance(POLICY.maxBackOff());
            rig.call();

            assertThat(rig.source.grants()).containsExactly("refresh rt-1", "acquire", "acquire");
        }

        @Test
        void tokenThatIsStillGoodOutlivesARefreshOnDemandThatHasNothingToRefreshWith() {
            Rig rig = new Rig();
            rig.gate.signIn(TokenSet.of("at-1").build());

            CompletableFuture<Grant> demanded =
                    rig.gate.refresh(() -> "the operator").toCompletableFuture();

            assertThat(Rig.failureOf(demanded)).isInstanceOf(NoToken.class);
            assertThat(Rig.accessToken(rig.call())).isEqualTo("at-1");
            assertThat(rig.events(GateEvent.SessionEnded.class)).isEmpty();
        }
    }

    @Nested
    class Configuration {

        @Test
        void waitersAreRejectedAtOnceAndTheTokensKept() {
            Rig rig = Rig.expired();
            CompletableFuture<Grant> call = rig.call();

            rig.source.fail(ScriptedSource.misconfigured());

            assertThat(Rig.failureOf(call))
                    .isInstanceOf(NoToken.Unavailable.class)
                    .hasRootCauseMessage("invalid_client");
            assertThat(rig.gate.status().generation()).isEqualTo(1);
            assertThat(rig.source.grants()).hasSize(1);
        }

        @Test
        void gateIsArmedAgainAfterThirtySeconds() {
            Rig rig = Rig.expired();

            assertArmedAgainEachTime(rig, ScriptedSource::misconfigured, Duration.ofSeconds(30));
        }

        @Test
        void tokenThatIsStillGoodIsServed() {
            Rig rig = Rig.signedIn();
            rig.clock.advance(UNTIL_MARGIN);
            rig.call();

            rig.source.fail(ScriptedSource.misconfigured());

            assertThat(Rig.accessToken(rig.call())).isEqualTo("at-1");
        }

        @ParameterizedTest
        @EnumSource(names = {"STRICT", "GRACE"})
        void refreshTokenThatWasUsedUpForNothingIsNotSentAgain(Rotation rotation) {
            Rig rig = Rig.expired(POLICY.withRotation(rotation));
            CompletableFuture<Grant> call = rig.call();

            rig.source.fail(ScriptedSource.unusable());

            assertThat(Rig.failureOf(call))
                    .isInstanceOf(NoToken.SessionOver.class)
                    .hasRootCauseMessage("no JSON");
            rig.clock.advance(Duration.ofMinutes(1));
            rig.call();
            assertThat(rig.source.grants()).hasSize(1);
        }

        @Test
        void refreshTokenThatServesForEverIsKept() {
            Rig rig = Rig.expired(POLICY.withRotation(Rotation.NONE));

            assertArmedAgainEachTime(rig, ScriptedSource::unusable, Duration.ofSeconds(30));
        }
    }

    private static void assertArmedAgainEachTime(Rig rig, Supplier<TokenFailure> failure, Duration longest) {
        for (int flight = 1; flight <= 50; flight++) {
            CompletableFuture<Grant> call = rig.call();
            rig.source.fail(failure.get());
            Duration pause = Duration.between(rig.clock.now(), retryAt(call));
            assertThat(pause).isPositive().isLessThanOrEqualTo(longest);

            rig.clock.advance(pause.minus(TICK));
            rig.call().cancel(false);
            assertThat(rig.source.grants()).hasSize(flight);
            rig.clock.advance(TICK);
        }
        CompletableFuture<Grant> call = rig.call();
        rig.source.answer("at-2", "rt-2");
        assertThat(Rig.accessToken(call)).isEqualTo("at-2");
    }

    private static Instant retryAt(CompletableFuture<Grant> call) {
        return assertThat(Rig.failureOf(call))
                .asInstanceOf(InstanceOfAssertFactories.type(NoToken.Unavailable.class))
                .actual()
                .retryAt();
    }

    private static TokenFailure askingFor(Duration pause) {
        return new TokenFailure.Transient("429", null, pause);
    }
}
