package dev.tollgate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.token.TokenSet;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Guarantee 9: tokens that look expired as they arrive are used, and not refreshed without end. */
class RefreshPaceTest {

    private static final int AT_WILL = 20;

    @Test
    void tokensThatExpireOnArrivalAreSoonRefreshedNoMoreThanTwentyTimesASecond() {
        Rig rig = Rig.expired();
        int calls = callsIn(rig, Duration.ofSeconds(10), Duration.ZERO);

        assertThat(calls).as("each call is served by a refresh of its own").isBetween(AT_WILL + 150, AT_WILL + 200);
        assertThat(rig.events(GateEvent.RefreshedTooOften.class)).hasSize(1);
    }

    @Test
    void tokensThatShouldLiveLongAreRefreshedTwiceASecondAtMost() {
        Rig rig = Rig.signedIn();
        int calls = 0;
        long end = rig.clock.nanoTime() + Duration.ofSeconds(10).toNanos();
        for (; rig.clock.nanoTime() - end < 0; calls++) {
            replaced(rig);
        }
        assertThat(calls).isBetween(AT_WILL + 15, AT_WILL + 25);
    }

    @Test
    void tokensOfASecondCanBeReplacedAtHalfTheirLifeForEver() {
        Rig rig = Rig.expired();
        for (int turn = 0; turn < 200; turn++) {
            CompletableFuture<Grant> call = rig.call();
            rig.clock.advance(Duration.ofMillis(300));
            rig.source.answer(living(Duration.ofSeconds(1)));
            assertThat(call).isCompleted();
            rig.clock.advance(Duration.ofMillis(500));
        }
        assertThat(rig.events(GateEvent.RefreshedTooOften.class)).isEmpty();
    }

    @Test
    void newSignInStartsAnew() {
        Rig rig = Rig.expired();
        callsIn(rig, Duration.ofSeconds(5), Duration.ZERO);
        rig.gate.signIn(living(Duration.ZERO));

        rig.call();

        assertThat(rig.source.unanswered()).as("a refresh without delay").isEqualTo(1);
    }

    @Test
    void whatWasNotUsedInQuietTimesIsNotSavedForABurst() {
        Rig rig = Rig.expired();
        callsIn(rig, Duration.ofMillis(1), Duration.ZERO);
        rig.clock.advance(Duration.ofHours(1));

        int calls = callsIn(rig, Duration.ofMillis(1), Duration.ZERO);

        assertThat(calls).isLessThanOrEqualTo(AT_WILL + 2);
    }

    @Test
    void whoWaitsInVainIsToldThatThereAreTooMany() {
        Rig rig = Rig.signedIn(GatePolicy.DEFAULTS.withWaitTimeout(Duration.ofMillis(20)));
        rig.gate.signIn(living(Duration.ZERO));
        for (int turn = 0; turn < AT_WILL + 1; turn++) {
            rig.call();
            rig.source.answer(living(Duration.ZERO));
        }
        CompletableFuture<Grant> call = rig.call();
        rig.clock.advance(Duration.ofMillis(20));

        assertThat(Rig.failureOf(call))
                .isInstanceOf(NoToken.Unavailable.class)
                .hasMessageContaining("refreshed more often than makes sense, their life is PT0S");
    }

    @Test
    void refreshesAfterRejectionsAreSoonNoMoreThanTwoASecond() {
        Rig rig = Rig.signedIn();
        int refreshes = 0;
        long end = rig.clock.nanoTime() + Duration.ofSeconds(10).toNanos();
        for (; rig.clock.nanoTime() - end < 0; refreshes++) {
            replacedAfterRejections(rig);
        }

        assertThat(refreshes).isBetween(AT_WILL + 15, AT_WILL + 25);
        assertThat(rig.events(GateEvent.RefreshedTooOften.class)).hasSize(1);
    }

    @Test
    void refreshAfterARejectionIsNotDelayedWhereTokensAreRevokedEverySecond() {
        Rig rig = Rig.signedIn();
        for (int turn = 0; turn < 100; turn++) {
            CompletableFuture<Verdict> verdict = rig.rejectedAtLast(rig.sentCall());
            rig.source.answer("at-" + turn, "rt");
            assertThat(verdict).isCompleted();
            rig.clock.advance(Duration.ofSeconds(1));
        }
    }

    private static void replacedAfterRejections(Rig rig) {
        CompletableFuture<Verdict> verdict = rig.rejectedAtLast(rig.sentCall());
        awaitFlight(rig);
        rig.source.answer("at", "rt");
        assertThat(verdict).isCompleted();
    }

    @Test
    void refreshThatTheApplicationAsksForIsNotDelayed() {
        Rig rig = Rig.signedIn();
        for (int turn = 0; turn < 100; turn++) {
            CompletableFuture<Grant> refresh =
                    rig.gate.refresh(() -> "Realm.refresh").toCompletableFuture();
            rig.clock.runPending();
            rig.source.answer("at-" + turn, "rt");
            assertThat(refresh).isCompleted();
        }
    }

    private static int callsIn(Rig rig, Duration time, Duration life) {
        long end = rig.clock.nanoTime() + time.toNanos();
        int calls = 0;
        while (rig.clock.nanoTime() - end < 0) {
            CompletableFuture<Grant> call = rig.call();
            awaitFlight(rig);
            rig.source.answer(living(life));
            assertThat(call).isCompleted();
            calls++;
        }
        return calls;
    }

    /** The application counts every token as expired. */
    private static void replaced(Rig rig) {
        CompletableFuture<Grant> newer = rig.sentCall().acquireNewer().toCompletableFuture();
        rig.clock.runPending();
        awaitFlight(rig);
        rig.source.answer("at", "rt");
        assertThat(newer).isCompleted();
    }

    private static void awaitFlight(Rig rig) {
        while (rig.source.unanswered() == 0) {
            rig.clock.advance(Duration.ofMillis(1));
        }
    }

    private static TokenSet living(Duration life) {
        return TokenSet.of("at-short").refreshToken("rt-short").expiresIn(life).build();
    }
}
