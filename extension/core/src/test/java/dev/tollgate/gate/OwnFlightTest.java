package dev.tollgate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.source.Reason;
import dev.tollgate.token.TokenSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Guarantee 10: a refresh that the application carries out itself is a flight like any other. */
class OwnFlightTest {

    private static final GatePolicy POLICY = GatePolicy.DEFAULTS;

    @Test
    void callsWaitForTheRefreshOfTheApplication() {
        Rig rig = Rig.expired();
        OwnFlight own = open(rig).orElseThrow();

        CompletableFuture<Grant> call = rig.call();
        assertThat(call).isNotDone();
        own.land(ScriptedSource.tokens("at-2", "rt-2"));

        assertThat(Rig.accessToken(call)).isEqualTo("at-2");
        assertThat(rig.source.grants()).isEmpty();
        assertThat(rig.events(GateEvent.Refreshed.class))
                .singleElement()
                .returns(Reason.REQUESTED, GateEvent.Refreshed::reason);
    }

    @Test
    void rejectedCallsWaitForTheRefreshOfTheApplication() {
        Rig rig = Rig.signedIn();
        Passage sent = rig.sentCall();
        OwnFlight own = open(rig).orElseThrow();

        CompletableFuture<Verdict> verdict = rig.rejected(sent);
        own.land(ScriptedSource.tokens("at-2", "rt-2"));

        assertThat(Rig.accessToken(verdict.join())).isEqualTo("at-2");
        assertThat(rig.source.grants()).isEmpty();
    }

    @Test
    void tokenThatIsStillGoodIsServedMeanwhile() {
        Rig rig = Rig.signedIn();

        open(rig);

        assertThat(Rig.accessToken(rig.call())).isEqualTo("at-1");
    }

    @Test
    void answerWithoutARefreshTokenKeepsTheOldOne() {
        Rig rig = Rig.expired();

        open(rig).orElseThrow().land(TokenSet.of("at-2").build());

        assertThat(rig.call().join().tokens().refreshToken()).hasValue("rt-1");
    }

    @Test
    void terminalFailureEndsTheSession() {
        Rig rig = Rig.expired();
        OwnFlight own = open(rig).orElseThrow();
        CompletableFuture<Grant> call = rig.call();

        own.fail(ScriptedSource.dead());

        assertThat(Rig.failureOf(call)).isInstanceOf(NoToken.SessionOver.class);
        assertThat(rig.events(GateEvent.SessionEnded.class)).hasSize(1);
    }

    @Test
    void afterATransientFailureTheGateFliesItselfForThoseWhoWait() {
        Rig rig = Rig.expired();
        OwnFlight own = open(rig).orElseThrow();
        CompletableFuture<Grant> call = rig.call();

        own.fail(ScriptedSource.unavailable());
        assertThat(call).isNotDone();
        assertThat(rig.source.grants()).isEmpty();
        rig.clock.advance(POLICY.maxBackOff());
        rig.source.answer("at-2", "rt-2");

        assertThat(Rig.accessToken(call)).isEqualTo("at-2");
        assertThat(rig.source.grants()).containsExactly("refresh rt-1");
    }

    @Test
    void whoWaitsIsNoPartOfTheRefreshThatFailed() {
        Rig rig = Rig.expired();
        OwnFlight own = open(rig).orElseThrow();
        CompletableFuture<Grant> call = rig.call();

        rig.gate.scope().run(() -> own.fail(ScriptedSource.unavailable()));
        assertThat(call).isNotDone();
        rig.clock.advance(POLICY.maxBackOff());
        rig.source.answer("at-2", "rt-2");

        assertThat(Rig.accessToken(call)).isEqualTo("at-2");
    }

    @Test
    void whatWaitersDoWithTheirTokenIsNoPartOfTheRefresh() {
        Rig rig = Rig.expired();
        OwnFlight own = open(rig).orElseThrow();
        List<Optional<FlightScope>> scopes = new ArrayList<>();
        rig.call().thenRun(() -> scopes.add(Optional.ofNullable(FlightScope.current())));

        rig.gate.scope().run(() -> own.land(ScriptedSource.tokens("at-2", "rt-2")));

        assertThat(scopes).containsExactly(Optional.empty());
    }

    @Test
    void transientFailureThatNobodyWaitedForLeavesTheGateReady() {
        Rig rig = Rig.expired();

        open(rig).orElseThrow().fail(ScriptedSource.unavailable());
        rig.clock.advance(POLICY.maxBackOff());

        assertThat(rig.gate.status().state()).isEqualTo(GateStatus.State.STALE);
        assertThat(open(rig)).isPresent();
    }

    @Test
    void secondOneIsNotOpenedWhileTheFirstIsUnderWay() {
        Rig rig = Rig.expired();
        open(rig);

        assertThat(open(rig)).isEmpty();
    }

    @Test
    void noneIsOpenedWhileTheGateFliesItself() {
        Rig rig = Rig.expired();
        rig.call();

        assertThat(open(rig)).isEmpty();
    }

    @Test
    void anotherOneMayBeOpenedOnceTheFirstHasLanded() {
        Rig rig = Rig.expired();
        open(rig).orElseThrow().land(ScriptedSource.tokens("at-2", "rt-2"));

        assertThat(open(rig)).isPresent();
    }

    @Test
    void onlyTheFirstAnswerCounts() {
        Rig rig = Rig.expired();
        OwnFlight own = open(rig).orElseThrow();

        own.land(ScriptedSource.tokens("at-2", "rt-2"));
        own.fail(ScriptedSource.dead());

        assertThat(Rig.accessToken(rig.call())).isEqualTo("at-2");
    }

    @Test
    void flightThatIsNeverAnsweredHasAnUnknownOutcomeAtItsDeadline() {
        Rig rig = Rig.expired(POLICY.withRotation(Rotation.STRICT));
        OwnFlight own = open(rig).orElseThrow();
        CompletableFuture<Grant> call = rig.call();

        rig.clock.advance(POLICY.attemptTimeout());
        own.land(ScriptedSource.tokens("at-2", "rt-2"));

        assertThat(Rig.failureOf(call))
                .isInstanceOf(NoToken.SessionOver.class)
                .hasMessageContaining("no answer within the time of one attempt");
        assertThat(Rig.failureOf(rig.call())).isInstanceOf(NoToken.SessionOver.class);
    }

    @Test
    void signOutFencesItToo() {
        Rig rig = Rig.expired();
        OwnFlight own = open(rig).orElseThrow();

        rig.gate.signOut();
        own.land(ScriptedSource.tokens("at-2", "rt-2"));

        assertThat(rig.gate.status().state()).isEqualTo(GateStatus.State.SIGNED_OUT);
    }

    private static Optional<OwnFlight> open(Rig rig) {
        return rig.gate.open(() -> "ShopClient.token");
    }
}
