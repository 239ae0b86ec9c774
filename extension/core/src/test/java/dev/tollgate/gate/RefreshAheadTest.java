package dev.tollgate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.source.Reason;
import dev.tollgate.source.TokenFailure;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guarantee 3: a token that is still good is served while its successor is fetched. */
class RefreshAheadTest {

    private static final Duration LIFE = Duration.ofSeconds(6);
    private static final Duration SLOW = Duration.ofSeconds(2);
    private static final Duration UNTIL_MARGIN = Rig.LIFE.minus(GatePolicy.DEFAULTS.refreshMargin());

    @Test
    void tokenIsServedWhileItsSuccessorIsFetched() {
        Rig rig = Rig.signedIn();
        rig.clock.advance(UNTIL_MARGIN);

        assertThat(Rig.accessToken(rig.call())).isEqualTo("at-1");
        assertThat(Rig.accessToken(rig.call())).isEqualTo("at-1");
        assertThat(rig.source.grants()).hasSize(1);
        assertThat(rig.source.lastRequest().reason()).isEqualTo(Reason.NEAR_EXPIRY);
        rig.source.answer("at-2", "rt-2");

        assertThat(Rig.accessToken(rig.call())).isEqualTo("at-2");
    }

    @Test
    void nothingIsRefreshedWithoutTraffic() {
        Rig rig = Rig.signedIn();

        rig.clock.advance(Duration.ofHours(1));

        assertThat(rig.source.grants()).isEmpty();
    }

    @Test
    void tokenSurvivesATransientFailureOfItsRefreshAhead() {
        Rig rig = Rig.signedIn();
        rig.clock.advance(UNTIL_MARGIN);
        rig.call();

        rig.source.fail(ScriptedSource.unavailable());

        assertThat(Rig.accessToken(rig.call())).isEqualTo("at-1");
        assertThat(rig.source.grants()).hasSize(1);
    }

    @Test
    void failedRefreshAheadIsTriedAgainAfterTheBackOff() {
        Rig rig = Rig.signedIn();
        rig.clock.advance(UNTIL_MARGIN);
        rig.call();
        rig.source.fail(ScriptedSource.unavailable());

        rig.clock.advance(GatePolicy.DEFAULTS.maxBackOff());
        rig.call();
        rig.source.answer("at-2", "rt-2");

        assertThat(Rig.accessToken(rig.call())).isEqualTo("at-2");
        assertThat(rig.source.grants()).containsExactly("refresh rt-1", "refresh rt-1");
    }

    @Test
    void failedRefreshAheadIsNotTriedAgainDuringTheBackOff() {
        Rig rig = Rig.signedIn(GatePolicy.DEFAULTS.withBackOff(Duration.ofSeconds(4), Duration.ofSeconds(4)));
        rig.clock.advance(UNTIL_MARGIN);
        rig.call();
        rig.source.fail(ScriptedSource.unavailable());

        rig.clock.advance(Duration.ofSeconds(2).minusNanos(1)); // at least half of it
        rig.call();
        assertThat(rig.source.grants()).hasSize(1);
        rig.clock.advance(Duration.ofSeconds(2));
        rig.call();

        assertThat(rig.source.grants()).hasSize(2);
    }

    @Test
    void callThatFindsTheTokenExpiredDuringItsRefreshWaits() {
        Rig rig = Rig.signedIn(GatePolicy.DEFAULTS.withAttemptTimeout(Duration.ofMinutes(1)));
        rig.clock.advance(UNTIL_MARGIN);
        rig.call();
        rig.clock.advance(Duration.ofSeconds(30));

        CompletableFuture<Grant> call = rig.call();
        assertThat(call).isNotDone();
        rig.source.answer("at-2", "rt-2");

        assertThat(Rig.accessToken(call)).isEqualTo("at-2");
        assertThat(rig.source.grants()).hasSize(1);
    }

    @ParameterizedTest(name = "a token of {0} s is not refreshed at {1} ms, but at {2} ms")
    @CsvSource({"300, 269999, 270000", "60, 44999, 45000", "1, 499, 500"})
    void marginIsAsConfiguredAndAQuarterOfAShorterLife(long seconds, long before, long at) {
        Rig rig = new Rig();
        rig.gate.signIn(Rig.shortLived(Duration.ofSeconds(seconds)));

        rig.clock.advance(Duration.ofMillis(before));
        rig.call();
        assertThat(rig.source.grants()).isEmpty();
        rig.clock.advance(Duration.ofMillis(at - before));
        rig.call();

        assertThat(rig.source.grants()).hasSize(1);
    }

    @Test
    void nobodyWaitsForATokenEndpointThatHasBecomeSlow() {
        Rig rig = new Rig();
        rig.gate.signIn(Rig.shortLived(LIFE));
        rig.clock.advance(LIFE);
        CompletableFuture<Grant> first = rig.call();
        rig.clock.advance(SLOW);
        rig.source.answer(Rig.shortLived(LIFE));
        assertThat(first).isCompleted();

        rig.clock.advance(LIFE.dividedBy(2));
        rig.call();
        assertThat(rig.source.grants()).hasSize(2);
        rig.clock.advance(SLOW);

        assertThat(rig.call()).isCompleted();
    }

    @Test
    void pauseAfterAFailureIsNotTakenForASlowRefresh() {
        Rig rig = Rig.expired();
        rig.call();
        rig.source.fail(new TokenFailure.Transient("busy", null, Duration.ofSeconds(9)));
        rig.clock.advance(Duration.ofSeconds(9));
        rig.source.answer(Rig.shortLived(LIFE));

        rig.clock.advance(LIFE.dividedBy(2));
        rig.call();

        assertThat(rig.source.grants()).hasSize(2);
    }

    @Test
    void refreshesAreSpreadOverAFifthOfTheMargin() {
        Rig rig = new Rig();
        rig.random = Math.nextDown(1.0);
        rig.gate.signIn(ScriptedSource.tokens("at-1", "rt-1"));

        rig.clock.advance(UNTIL_MARGIN.minusSeconds(6).minusMillis(1));
        rig.call();
        assertThat(rig.source.grants()).isEmpty();
        rig.clock.advance(Duration.ofMillis(2));
        rig.call();

        assertThat(rig.source.grants()).hasSize(1);
    }

    @Test
    void marginOfZeroMeansNoRefreshAhead() {
        Rig rig = Rig.signedIn(GatePolicy.DEFAULTS.withRefreshMargin(Duration.ZERO));

        rig.clock.advance(Rig.LIFE.minusMillis(1001));
        rig.call();

        assertThat(rig.source.grants()).isEmpty();
    }

    @ParameterizedTest(name = "a token of {0} s is sent at {1} ms, not at {2} ms")
    @CsvSource({"300, 298999, 299000", "1, 899, 900"})
    void tokenIsNotSentWithinTheClockSkewOfItsExpiry(long seconds, long before, long at) {
        Rig rig = new Rig();
        rig.gate.signIn(Rig.shortLived(Duration.ofSeconds(seconds)));

        rig.clock.advance(Duration.ofMillis(before));
        assertThat(rig.call()).isCompleted();
        rig.clock.advance(Duration.ofMillis(at - before));

        assertThat(rig.call()).isNotDone();
    }

    @Test
    void anHourOfSkewOfTheWallClockChangesNothing() {
        Rig rig = Rig.signedIn();

        rig.clock.setWallClock(rig.clock.now().plus(Duration.ofHours(1)));
        rig.call();
        rig.clock.setWallClock(rig.clock.now().minus(Duration.ofHours(2)));
        rig.call();

        assertThat(rig.source.grants()).isEmpty();
    }

    @Test
    void tokenWithoutALifetimeIsServedUntilItIsRejected() {
        Rig rig = new Rig();
        rig.gate.signIn(
                dev.tollgate.token.TokenSet.of("at-1").refreshToken("rt-1").build());

        rig.clock.advance(Duration.ofDays(365));

        assertThat(Rig.accessToken(rig.call())).isEqualTo("at-1");
        assertThat(rig.source.grants()).isEmpty();
    }

    @Test
    void absurdlyLongLifetimeDoesNotOverflow() {
        Rig rig = new Rig();
        rig.gate.signIn(Rig.shortLived(Duration.ofSeconds(Long.MAX_VALUE)));

        assertThat(rig.call()).isCompleted();
        assertThat(rig.source.grants()).isEmpty();
    }
}
