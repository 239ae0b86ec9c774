package dev.tollgate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.source.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Guarantee 1: at most one flight at a time, and every waiter gets its outcome. */
class SingleFlightTest {

    @Test
    void freshTokenIsServedWithoutAFlight() {
        Rig rig = Rig.signedIn();

        assertThat(Rig.accessToken(rig.call())).isEqualTo("at-1");
        assertThat(rig.source.grants()).isEmpty();
    }

    @Test
    void waitersShareTheFlight() {
        Rig rig = Rig.expired();

        List<CompletableFuture<Grant>> calls =
                IntStream.range(0, 10).mapToObj(i -> rig.call()).toList();
        assertThat(rig.waiters()).isEqualTo(10);
        rig.source.answer("at-2", "rt-2");

        assertThat(calls).allSatisfy(call -> assertThat(Rig.accessToken(call)).isEqualTo("at-2"));
        assertThat(rig.source.grants()).containsExactly("refresh rt-1");
        assertThat(rig.waiters()).isZero();
    }

    @Test
    void waitersShareTheFailureOfTheFlight() {
        Rig rig = Rig.expired();

        CompletableFuture<Grant> first = rig.call();
        CompletableFuture<Grant> second = rig.call();
        rig.source.fail(ScriptedSource.dead());

        assertThat(Rig.failureOf(first))
                .isInstanceOf(NoToken.SessionOver.class)
                .hasMessageContaining("realm 'shop'")
                .hasRootCauseMessage("invalid_grant");
        assertThat(Rig.failureOf(second).getCause())
                .isSameAs(Rig.failureOf(first).getCause());
        assertThat(rig.source.grants()).hasSize(1);
        assertThat(rig.waiters()).isZero();
    }

    @Test
    void flightsAreIndependent() {
        Rig rig = Rig.expired();
        CompletableFuture<Grant> first = rig.call();
        rig.source.answer("at-2", "rt-2");
        rig.clock.advance(Rig.LIFE);

        CompletableFuture<Grant> second = rig.call();
        rig.source.answer("at-3", "rt-3");

        assertThat(Rig.accessToken(first)).isEqualTo("at-2");
        assertThat(Rig.accessToken(second)).isEqualTo("at-3");
        assertThat(rig.source.grants()).containsExactly("refresh rt-1", "refresh rt-2");
    }

    @Test
    void flightKnowsWhyAndForWhom() {
        Rig rig = Rig.expired();

        rig.call();

        assertThat(rig.source.lastRequest().reason()).isEqualTo(Reason.EXPIRED);
        assertThat(rig.source.lastRequest().trigger().describe()).isEqualTo("ShopClient.orders");
        assertThat(rig.source.lastRequest().deadline().remaining()).isEqualTo(GatePolicy.DEFAULTS.attemptTimeout());
    }

    @Test
    void firstCallAcquiresWhereTheSourceCan() {
        Rig rig = new Rig();
        rig.source.thatCanAcquire();

        CompletableFuture<Grant> call = rig.call();
        rig.source.answer("at-1", "rt-1");

        assertThat(Rig.accessToken(call)).isEqualTo("at-1");
        assertThat(rig.source.grants()).containsExactly("acquire");
        assertThat(rig.source.lastRequest().reason()).isEqualTo(Reason.MISSING);
    }

    @Test
    void callFailsAtOnceWhereNobodyIsSignedIn() {
        Rig rig = new Rig();

        assertThat(Rig.failureOf(rig.call()))
                .isInstanceOf(NoToken.SessionOver.class)
                .hasMessage("realm 'shop': nobody is signed in");
    }

    @Test
    void tokenThatIsExpiredOnArrivalIsUsedOnceByAllWaiters() {
        Rig rig = Rig.expired();
        List<CompletableFuture<Grant>> calls =
                IntStream.range(0, 3).mapToObj(i -> rig.call()).toList();

        rig.source.answer(Rig.shortLived(Duration.ZERO));

        assertThat(calls).allSatisfy(call -> assertThat(Rig.accessToken(call)).isEqualTo("at-short"));
        assertThat(rig.source.grants()).hasSize(1);
    }

    @Test
    void applicationCanAskForARefreshOfAFreshToken() {
        Rig rig = Rig.signedIn();

        CompletableFuture<Grant> refreshed =
                rig.gate.refresh(() -> "the operator").toCompletableFuture();
        rig.clock.runPending();
        assertThat(Rig.accessToken(rig.call())).isEqualTo("at-1");
        rig.source.answer("at-2", "rt-2");

        assertThat(Rig.accessToken(refreshed)).isEqualTo("at-2");
        assertThat(rig.source.lastRequest().reason()).isEqualTo(Reason.REQUESTED);
    }

    @Test
    void refreshThatTheApplicationAsksForJoinsTheOneUnderWay() {
        Rig rig = Rig.expired();
        CompletableFuture<Grant> call = rig.call();

        CompletableFuture<Grant> demanded =
                rig.gate.refresh(() -> "Application.refresh").toCompletableFuture();
        rig.clock.runPending();
        rig.source.answer("at-2", "rt-2");

        assertThat(rig.source.grants()).hasSize(1);
        assertThat(Rig.accessToken(demanded)).isEqualTo(Rig.accessToken(call));
    }

    @Test
    void markOfAFlightIsSetOnItsThreadOnlyAndGivesTheOneBeforeBack() {
        FlightScope outer = new FlightScope();
        FlightScope inner = new FlightScope();
        List<@Nullable FlightScope> seen = new ArrayList<>();

        outer.run(() -> {
            inner.run(() -> seen.add(FlightScope.current()));
            seen.add(FlightScope.current());
        });
        seen.add(FlightScope.current());

        assertThat(seen).containsExactly(inner, outer, null);
    }

    @Test
    void callThatWouldWaitForItselfIsToldSo() {
        Rig rig = Rig.expired();
        rig.call();

        CompletableFuture<Grant> inside = new CompletableFuture<>();
        rig.gate.scope().run(() -> rig.gate
                .enter(() -> "ShopClient.token")
                .acquire()
                .whenComplete((grant, failure) -> inside.completeExceptionally(failure)));

        assertThat(Rig.failureOf(inside))
                .hasMessageContaining("ShopClient.token is called by the refresh")
                .hasMessageContaining("@RefreshToken");
    }
}
