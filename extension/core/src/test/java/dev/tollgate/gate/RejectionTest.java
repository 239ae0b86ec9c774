package dev.tollgate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gate.Verdict.HandOver;
import dev.tollgate.gate.Verdict.Why;
import dev.tollgate.source.Reason;
import dev.tollgate.token.TokenSet;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Guarantee 2: a rejected token causes a refresh only while it is the current one. */
class RejectionTest {

    @Test
    void rejectedTokenIsRefreshedAndTheCallReplayed() {
        Rig rig = Rig.signedIn();

        CompletableFuture<Verdict> verdict = rig.rejected(rig.sentCall());
        rig.source.answer("at-2", "rt-2");

        assertThat(Rig.accessToken(verdict.join())).isEqualTo("at-2");
        assertThat(rig.source.lastRequest().reason()).isEqualTo(Reason.REJECTED);
    }

    @Test
    void parallelRejectionsShareOneRefresh() {
        Rig rig = Rig.signedIn();
        Passage one = rig.sentCall();
        Passage two = rig.sentCall();

        CompletableFuture<Verdict> first = rig.rejected(one);
        CompletableFuture<Verdict> second = rig.rejected(two);
        rig.source.answer("at-2", "rt-2");

        assertThat(Rig.accessToken(first.join())).isEqualTo("at-2");
        assertThat(Rig.accessToken(second.join())).isEqualTo("at-2");
        assertThat(rig.source.grants()).hasSize(1);
    }

    @Test
    void lateRejectionIsReplayedWithTheNewerTokenWithoutARefresh() {
        Rig rig = Rig.signedIn();
        Passage quick = rig.sentCall();
        Passage slow = rig.sentCall();
        rig.rejected(quick);
        rig.source.answer("at-2", "rt-2");

        CompletableFuture<Verdict> late = rig.rejected(slow);

        assertThat(Rig.accessToken(late.join())).isEqualTo("at-2");
        assertThat(rig.source.grants()).hasSize(1);
    }

    @Test
    void rejectedTokenIsNotServedWhileItIsReplaced() {
        Rig rig = Rig.signedIn();
        rig.rejected(rig.sentCall());

        CompletableFuture<Grant> call = rig.call();
        assertThat(call).isNotDone();
        rig.source.answer("at-2", "rt-2");

        assertThat(Rig.accessToken(call)).isEqualTo("at-2");
    }

    @Test
    void rejectionDuringARefreshAheadJoinsIt() {
        Rig rig = Rig.signedIn();
        Passage sent = rig.sentCall();
        rig.gate.refresh(() -> "the operator");
        rig.clock.runPending();

        CompletableFuture<Verdict> verdict = rig.rejected(sent);
        CompletableFuture<Grant> call = rig.call();
        assertThat(call).isNotDone();
        rig.source.answer("at-2", "rt-2");

        assertThat(Rig.accessToken(verdict.join())).isEqualTo("at-2");
        assertThat(Rig.accessToken(call)).isEqualTo("at-2");
        assertThat(rig.source.grants()).hasSize(1);
    }

    @Test
    void rejectionOfAnEarlierSignInReachesItsCaller() {
        Rig rig = Rig.signedIn();
        Passage sent = rig.sentCall();
        rig.gate.signIn(ScriptedSource.tokens("at-of-bob", "rt-of-bob"));

        assertThat(rig.rejected(sent).join()).isEqualTo(new HandOver(Why.ANOTHER_SIGN_IN));
        assertThat(rig.source.grants()).isEmpty();
    }

    @Test
    void signInWhileARejectedCallWaitsDoesNotReplayItAsSomebodyElse() {
        Rig rig = Rig.signedIn();
        CompletableFuture<Verdict> verdict = rig.rejected(rig.sentCall());

        rig.gate.signIn(ScriptedSource.tokens("at-of-bob", "rt-of-bob"));

        assertThat(verdict.join()).isEqualTo(new HandOver(Why.ANOTHER_SIGN_IN));
    }

    @Test
    void rejectionReachesTheCallerWhereThereIsNothingToRefreshWith() {
        Rig rig = new Rig();
        rig.gate.signIn(TokenSet.of("at-1").build());

        assertThat(rig.rejected(rig.sentCall()).join()).isEqualTo(new HandOver(Why.NOTHING_TO_REFRESH_WITH));
        assertThat(Rig.accessToken(rig.call())).isEqualTo("at-1");
    }

    @Test
    void failedRefreshFailsTheRejectedCall() {
        Rig rig = Rig.signedIn();

        CompletableFuture<Verdict> verdict = rig.rejected(rig.sentCall());
        rig.source.fail(ScriptedSource.dead());

        assertThat(Rig.failureOf(verdict)).isInstanceOf(NoToken.SessionOver.class);
    }

    @Test
    void clientThatKeepsRefusingFreshTokensDoesNotKeepTheRealmRefreshing() {
        Rig rig = Rig.signedIn();

        for (int call = 0; call < 50; call++) {
            refusedCall(rig, "broken");
        }

        assertThat(rig.source.grants()).hasSize(2);
        assertThat(rig.events(GateEvent.ClientDistrusted.class)).hasSize(1);
    }

    @Test
    void otherClientsAreNotHeldUpByOneThatKeepsRefusing() {
        Rig rig = Rig.signedIn();
        refusedCall(rig, "broken");

        CompletableFuture<Verdict> again = rig.rejected(rig.sentCall("broken"));

        assertThat(again).isNotDone();
        assertThat(rig.call()).isCompleted();
    }

    @Test
    void refusingClientMayCauseARefreshAgainAfterAWhileAndAtOnceAfterItAcceptedOne() {
        Rig rig = Rig.signedIn();
        refusedCall(rig, "broken");
        refusedCall(rig, "broken");
        assertThat(rig.rejected(rig.sentCall("broken")).join()).isEqualTo(new HandOver(Why.REFUSES_FRESH_TOKENS));

        rig.clock.advance(Duration.ofSeconds(1));
        refusedCall(rig, "broken");
        assertThat(rig.source.grants()).hasSize(3);
        assertThat(rig.rejected(rig.sentCall("broken")).join()).isEqualTo(new HandOver(Why.REFUSES_FRESH_TOKENS));

        rig.sentCall("broken").accepted();
        assertThat(rig.rejectedAtLast(rig.sentCall("broken"))).isNotDone();
        assertThat(rig.source.grants()).hasSize(4);
    }

    @Test
    void callOfASuspectClientIsNotReplayedWithTheTokenThatItHasRejected() {
        Rig rig = Rig.signedIn();
        refusedCall(rig, "ShopClient.orders");
        Passage passage = rig.sentCall();
        OwnFlight own = rig.gate.open(() -> "Application.refresh").orElseThrow();

        CompletableFuture<Verdict> verdict = rig.rejected(passage);
        own.fail(ScriptedSource.unavailable());

        assertThat(verdict.join()).isEqualTo(new HandOver(Why.REFUSES_FRESH_TOKENS));
    }

    @Test
    void manyCallsThatRefuseOneFreshTokenCountAsOneRefusal() {
        Rig rig = Rig.signedIn();
        refusedCall(rig, "ShopClient.orders");
        Passage one = rig.sentCall();
        Passage other = rig.sentCall();

        one.replayRejected();
        other.replayRejected();

        assertThat(rig.rejected(rig.sentCall())).isNotDone();
    }

    @Test
    void rejectedCallIsNotReplayedInTheSessionAfterASignOut() {
        Rig rig = Rig.signedIn();
        Passage passage = rig.sentCall();
        rig.gate.signOut(Objects.requireNonNull(passage.used()));
        rig.gate.signIn(ScriptedSource.tokens("at-of-another", "rt-of-another"));
        rig.gate.signOut();
        rig.gate.signIn(ScriptedSource.tokens("at-of-a-third", "rt-of-a-third"));

        assertThat(rig.rejected(passage).join()).isEqualTo(new HandOver(Why.ANOTHER_SIGN_IN));
    }

    @Test
    void eachFurtherRefusalDoublesThePause() {
        Rig rig = Rig.signedIn();
        refusedCall(rig, "broken");
        for (int seconds = 1; seconds <= 64; seconds *= 2) {
            refusedCall(rig, "broken");
            rig.clock.advance(Duration.ofSeconds(seconds).minusNanos(1));
            assertThat(rig.rejected(rig.sentCall("broken")).join())
                    .as("a nanosecond before %d s", seconds)
                    .isEqualTo(new HandOver(Why.REFUSES_FRESH_TOKENS));
            rig.clock.advance(Duration.ofNanos(1));
        }
        int before = rig.source.grants().size();

        refusedCall(rig, "broken");

        assertThat(rig.source.grants()).hasSize(before + 1);
    }

    @Test
    void clientThatIsNotTrustedAnyMoreIsToldOfOnce() {
        Rig rig = Rig.signedIn();
        refusedCall(rig, "broken");
        refusedCall(rig, "broken");
        Passage one = rig.sentCall();

        one.replayRejected();
        one.replayRejected();

        assertThat(rig.events(GateEvent.ClientDistrusted.class)).hasSize(1);
    }

    @Test
    void rejectionWhileRefreshesPauseIsToldWhyAndWhenTheyGoOn() {
        Rig rig = Rig.signedIn();
        Passage late = rig.sentCall();
        rig.rejected(rig.sentCall());
        rig.source.fail(ScriptedSource.misconfigured());

        assertThat(Rig.failureOf(rig.rejected(late)))
                .isInstanceOf(NoToken.Unavailable.class)
                .hasMessageContaining("invalid_client");
        assertThat(rig.source.grants()).hasSize(1);
    }

    /** A call whose token is rejected, and the token of its replay too. */
    private static void refusedCall(Rig rig, String client) {
        Passage passage = rig.sentCall(client);
        CompletableFuture<Verdict> verdict = rig.rejectedAtLast(passage);
        if (rig.source.unanswered() > 0) {
            int number = rig.source.grants().size() + 1;
            rig.source.answer("at-" + number, "rt-" + number);
        }
        if (verdict.join() instanceof Verdict.Replay) {
            passage.replayRejected();
        }
    }
}
