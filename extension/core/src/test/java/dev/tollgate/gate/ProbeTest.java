package dev.tollgate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gate.Verdict.HandOver;
import dev.tollgate.gate.Verdict.Repeat;
import dev.tollgate.gate.Verdict.Why;
import dev.tollgate.token.TokenSet;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Guarantee 2: a token that is replaced again and again is first tried once more as it is. */
class ProbeTest {

    @Test
    void firstThreeRejectionsOfAMinuteCauseRefreshes() {
        Rig rig = Rig.signedIn();
        refresh(rig);
        refresh(rig);
        rig.clock.advance(Duration.ofMinutes(1));
        refresh(rig);

        assertThat(rig.rejected(rig.sentCall()))
                .as("the first was a minute ago")
                .isNotDone();
    }

    @Test
    void afterThreeRefreshesTheTokenIsTriedOnceMore() {
        Rig rig = refreshedThrice();

        assertThat(rig.rejected(rig.sentCall()).join()).isEqualTo(new Repeat());
        assertThat(rig.source.grants()).hasSize(3);
    }

    @Test
    void othersWaitForTheProbeAndAreRepeatedWhenItIsAccepted() {
        Rig rig = refreshedThrice();
        Passage other = rig.sentCall("stock");
        Passage probe = probe(rig);
        CompletableFuture<Verdict> waiting = rig.rejected(other);
        assertThat(waiting).isNotDone();

        probe.accepted();
        rig.clock.runPending();

        assertThat(waiting.join()).isEqualTo(new Repeat());
        assertThat(rig.call()).isCompleted();
        assertThat(rig.source.grants()).hasSize(3);
        assertThat(rig.events(GateEvent.NodeDistrusted.class)).hasSize(1);
    }

    @Test
    void othersJoinTheRefreshWhenTheProbeIsRefused() {
        Rig rig = refreshedThrice();
        Passage other = rig.sentCall("stock");
        Passage probe = probe(rig);
        CompletableFuture<Verdict> waiting = rig.rejected(other);

        CompletableFuture<Verdict> refused = rig.rejected(probe);
        rig.source.answer("at-5", "rt-5");

        assertThat(Rig.accessToken(refused.join())).isEqualTo("at-5");
        assertThat(Rig.accessToken(waiting.join())).isEqualTo("at-5");
        assertThat(rig.source.grants()).hasSize(4);
    }

    @Test
    void probeThatIsNotAnsweredHoldsNobodyUpForLong() {
        Rig rig = refreshedThrice();
        Passage other = rig.sentCall("stock");
        probe(rig);
        CompletableFuture<Verdict> waiting = rig.rejected(other);

        rig.clock.advance(Rejections.PROBE_PATIENCE);
        rig.source.answer("at-5", "rt-5");

        assertThat(Rig.accessToken(waiting.join())).isEqualTo("at-5");
    }

    @Test
    void othersWaitForAProbeNoLongerThanTheirOwnTimeAllows() {
        Rig rig = Rig.signedIn(GatePolicy.DEFAULTS.withWaitTimeout(Duration.ofMillis(300)));
        refreshThrice(rig);
        Passage other = rig.sentCall("stock");
        probe(rig);
        CompletableFuture<Verdict> waiting = rig.rejected(other);

        rig.clock.advance(Duration.ofMillis(150));
        assertThat(rig.source.unanswered()).isEqualTo(1);
        rig.clock.advance(Duration.ofMillis(150));

        assertThat(Rig.failureOf(waiting)).isInstanceOf(NoToken.Unavailable.class);
    }

    @Test
    void probeWhoseCallIsOverHoldsNobodyUp() {
        Rig rig = refreshedThrice();
        Passage other = rig.sentCall("stock");
        Passage probe = probe(rig);
        CompletableFuture<Verdict> waiting = rig.rejected(other);

        probe.ended();
        rig.clock.runPending();

        assertThat(rig.source.unanswered()).isEqualTo(1);
        assertThat(waiting).isNotDone();
    }

    @Test
    void signInDuringAProbeDoesNotCarryThoseWhoWait() {
        Rig rig = refreshedThrice();
        Passage other = rig.sentCall("stock");
        Passage probe = probe(rig);
        CompletableFuture<Verdict> waiting = rig.rejected(other);
        rig.gate.signIn(ScriptedSource.tokens("at-of-bob", "rt-of-bob"));

        probe.accepted();
        rig.clock.runPending();

        assertThat(waiting.join()).isEqualTo(new HandOver(Why.ANOTHER_SIGN_IN));
    }

    @Test
    void signOutEndsTheSuspicionToo() {
        Rig rig = refreshedThrice();
        rig.gate.signOut();
        rig.gate.signIn(ScriptedSource.tokens("at-of-bob", "rt-of-bob"));

        assertThat(rig.rejected(rig.sentCall())).as("a refresh, and no probe").isNotDone();
    }

    @Test
    void signOutDuringAProbeKeepsNoCallWaiting() {
        Rig rig = refreshedThrice();
        Passage other = rig.sentCall("stock");
        probe(rig);
        CompletableFuture<Verdict> waiting = rig.rejected(other);

        rig.gate.signOut();

        assertThat(waiting.join()).isEqualTo(new HandOver(Why.ANOTHER_SIGN_IN));
    }

    @Test
    void acceptedProbeCountsForAMinuteThenTwoUpToFifteen() {
        Rig rig = refreshedThrice();
        LongStream.of(1, 2, 4, 8, 15, 15).forEach(minutes -> {
            probe(rig).accepted();
            assertDiffer(rig);
            rig.clock.advance(Duration.ofMinutes(minutes).minusNanos(1));
            assertDiffer(rig);
            rig.clock.advance(Duration.ofNanos(1));
        });
        assertThat(rig.events(GateEvent.NodeDistrusted.class)).hasSize(1);
    }

    /** Nobody waits for a call that is repeated, as for a probe. */
    private static void assertDiffer(Rig rig) {
        assertThat(rig.rejected(rig.sentCall()).join()).isEqualTo(new Repeat());
        assertThat(rig.rejected(rig.sentCall()).join()).isEqualTo(new Repeat());
    }

    @Test
    void callThatCanNotBeSentAgainNeitherProbesNorRefreshesWhereNodesDiffer() {
        Rig rig = refreshedThrice();
        probe(rig).accepted();

        upload(rig);
        upload(rig);
        assertThat(rig.source.grants()).hasSize(3);
        upload(rig);

        assertThat(rig.source.grants()).as("the third in a row").hasSize(4);
    }

    @Test
    void callThatCanNotBeSentAgainRefreshesWhereNodesAreOnlySuspected() {
        Rig rig = refreshedThrice();

        upload(rig);

        assertThat(rig.source.grants()).hasSize(4);
    }

    @Test
    void refusedReplayIsRepeatedOnceWhereNodesDiffer() {
        Rig rig = refreshedThrice();
        probe(rig).accepted();
        Passage passage = rig.sentCall();
        CompletableFuture<Verdict> verdict = rig.rejectedAtLast(passage);
        rig.source.answer("at-5", "rt-5");
        assertThat(Rig.accessToken(verdict.join())).isEqualTo("at-5");

        assertThat(passage.repeatsReplay()).isTrue();
        assertThat(passage.repeatsReplay()).isFalse();
    }

    @Test
    void refusedReplayIsNotRepeatedWhereNothingSpeaksAgainstTheNodes() {
        Rig rig = Rig.signedIn();
        Passage passage = rig.sentCall();
        rig.rejected(passage);
        rig.source.answer("at-2", "rt-2");

        assertThat(passage.repeatsReplay()).isFalse();
    }

    @Test
    void newSignInStartsAnew() {
        Rig rig = refreshedThrice();
        probe(rig).accepted();

        rig.gate.signIn(ScriptedSource.tokens("at-of-bob", "rt-of-bob"));

        assertThat(rig.rejected(rig.sentCall())).isNotDone();
    }

    private static void upload(Rig rig) {
        rig.sentCall("upload").rejectedForGood();
        rig.clock.runPending();
    }

    private static Passage probe(Rig rig) {
        Passage probe = rig.sentCall();
        assertThat(rig.rejected(probe).join()).isEqualTo(new Repeat());
        return probe;
    }

    private static Rig refreshedThrice() {
        Rig rig = Rig.signedIn();
        refreshThrice(rig);
        return rig;
    }

    private static void refreshThrice(Rig rig) {
        refresh(rig);
        refresh(rig);
        refresh(rig);
    }

    private static void refresh(Rig rig) {
        Passage passage = rig.sentCall();
        CompletableFuture<Verdict> verdict = rig.rejected(passage);
        rig.source.answer(TokenSet.of("at-" + (rig.source.grants().size() + 1))
                .refreshToken("rt")
                .expiresIn(Duration.ofDays(1))
                .build());
        assertThat(verdict.join()).isInstanceOf(Verdict.Replay.class);
        passage.accepted();
    }
}
