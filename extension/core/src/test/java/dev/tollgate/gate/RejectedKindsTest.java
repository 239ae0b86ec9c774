package dev.tollgate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gate.Verdict.HandOver;
import dev.tollgate.gate.Verdict.Why;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.token.TokenSet;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Guarantee 2: a rejection is held against the token by such calls only, until another kind of call agrees. */
class RejectedKindsTest {

    @Test
    void firstRejectionTakesTheTokenOutOfUseForSuchCallsOnly() {
        Rig rig = Rig.signedIn();
        CompletableFuture<Verdict> rejected = rig.rejected(rig.sentCall("orders"));

        CompletableFuture<Grant> same = acquire(rig, "orders");
        CompletableFuture<Grant> other = acquire(rig, "stock");

        assertThat(same).isNotDone();
        assertThat(Rig.accessToken(other)).isEqualTo("at-1");
        rig.source.answer("at-2", "rt-2");
        assertThat(Rig.accessToken(same)).isEqualTo("at-2");
        assertThat(Rig.accessToken(rejected.join())).isEqualTo("at-2");
        assertThat(rig.source.grants()).hasSize(1);
    }

    @Test
    void rejectionByAnotherKindOfCallTakesTheTokenOutOfUseForAll() {
        Rig rig = Rig.signedIn();
        Passage stock = rig.sentCall("stock");
        rig.rejected(rig.sentCall("orders"));

        CompletableFuture<Verdict> second = rig.rejected(stock);

        assertThat(acquire(rig, "prices")).isNotDone();
        rig.source.answer("at-2", "rt-2");
        assertThat(Rig.accessToken(second.join())).isEqualTo("at-2");
        assertThat(rig.source.grants()).hasSize(1);
    }

    @Test
    void rejectionByAnotherKindCountsAlsoWhileNothingCanReplaceTheToken() {
        Rig rig = Rig.signedIn(GatePolicy.DEFAULTS.withFailFast(true));
        Passage stock = rig.sentCall("stock");
        CompletableFuture<Verdict> first = rig.rejected(rig.sentCall("orders"));
        rig.source.fail(new TokenFailure.Transient("503", null, Duration.ofMinutes(1)));
        assertThat(first).isCompletedExceptionally();
        assertThat(acquire(rig, "prices")).isCompletedWithValueMatching(grant -> grant.generation() == 1);

        assertThat(rig.rejected(stock)).isCompletedExceptionally();

        assertThat(acquire(rig, "prices")).isCompletedExceptionally();
        assertThat(rig.gate.status().state()).isEqualTo(GateStatus.State.STALE);
    }

    @Test
    void acceptanceInBetweenSpeaksForTheToken() {
        Rig rig = Rig.signedIn();
        Passage stock = rig.sentCall("stock");
        rig.rejected(rig.sentCall("orders"));
        rig.sentCall("prices").accepted();

        rig.rejected(stock);

        assertThat(acquire(rig, "prices")).isCompleted();
    }

    @Test
    void acceptanceOfACallThatWasSentBeforeTheRejectionTellsNothing() {
        Rig rig = Rig.signedIn();
        Passage stock = rig.sentCall("stock");
        Passage slow = rig.sentCall("prices");
        rig.rejected(rig.sentCall("orders"));
        slow.accepted();

        rig.rejected(stock);

        assertThat(acquire(rig, "prices")).isNotDone();
    }

    /** Its caller would get the 401. */
    @Test
    void callThatCannotBeSentAgainWaitsForTheRefreshThatOthersNeed() {
        Rig rig = Rig.signedIn();
        rig.rejected(rig.sentCall("orders"));

        CompletableFuture<Grant> once = acquireOnlyOnce(rig);
        CompletableFuture<Grant> other = acquire(rig, "stock");

        assertThat(Rig.accessToken(other)).isEqualTo("at-1");
        assertThat(once).isNotDone();
        rig.source.answer("at-2", "rt-2");
        assertThat(Rig.accessToken(once)).isEqualTo("at-2");
    }

    @Test
    void callThatCannotBeSentAgainDoesNotWaitWhereOthersAreAccepted() {
        Rig rig = Rig.signedIn();
        rig.rejected(rig.sentCall("orders"));
        rig.sentCall("prices").accepted();

        assertThat(Rig.accessToken(acquireOnlyOnce(rig))).isEqualTo("at-1");
    }

    @Test
    void callThatCannotBeSentAgainIsSentWhereNoRefreshIsUnderWay() {
        Rig rig = Rig.signedIn(GatePolicy.DEFAULTS.withFailFast(true));
        rig.rejected(rig.sentCall("orders"));
        rig.source.fail(new TokenFailure.Transient("503", null, Duration.ofMinutes(1)));

        assertThat(Rig.accessToken(acquireOnlyOnce(rig))).isEqualTo("at-1");
    }

    private static CompletableFuture<Grant> acquireOnlyOnce(Rig rig) {
        return rig.call(rig.gate.enter(() -> "upload").sentOnlyOnce());
    }

    /** A wrong audience says nothing of the tokens. */
    @Test
    void callThatNewTokensDoNotHelpIsNoWitness() {
        Rig rig = Rig.signedIn();
        refused(rig, "secret");
        refused(rig, "secret");
        rig.rejected(rig.sentCall("secret"));
        rig.gate.refresh(() -> "Realm.refresh");

        assertThat(acquireOnlyOnce(rig)).as("not doubted").isCompleted();
        rig.rejected(rig.sentCall("orders"));
        assertThat(acquire(rig, "stock")).as("one witness").isCompleted();
    }

    @Test
    void manyCallsOfOneKindAreOneWitness() {
        Rig rig = Rig.signedIn();
        Passage one = rig.sentCall("orders");
        Passage other = rig.sentCall("orders");

        rig.rejected(one);
        rig.rejected(other);

        assertThat(acquire(rig, "stock")).isCompleted();
    }

    @Test
    void callsOfOneMethodAreNotTrustedAgainBecauseAnotherIsAccepted() {
        Rig rig = Rig.signedIn();
        refused(rig, "secret");
        refused(rig, "secret");

        rig.sentCall("orders").accepted();

        assertThat(rig.rejected(rig.sentCall("secret")).join()).isEqualTo(new HandOver(Why.REFUSES_FRESH_TOKENS));
    }

    @Test
    void pausedCallIsReplayedWithATokenThatItHasNotTried() {
        Rig rig = Rig.signedIn();
        refused(rig, "secret");
        refused(rig, "secret");
        Passage sent = rig.sentCall("secret");
        rig.rejectedAtLast(rig.sentCall("orders"));
        rig.source.answer("at-4", "rt-4");

        assertThat(Rig.accessToken(rig.rejected(sent).join())).isEqualTo("at-4");
        assertThat(rig.source.grants()).hasSize(3);
    }

    @Test
    void tokenIsServedAgainWhereNothingCanReplaceIt() {
        Rig rig = Rig.signedIn();
        rig.rejected(rig.sentCall("orders"));
        CompletableFuture<Grant> waiting = acquire(rig, "orders");
        rig.gate.signIn(TokenSet.of("at-2").build());

        assertThat(Rig.accessToken(waiting)).isEqualTo("at-2");
        assertThat(rig.rejected(rig.sentCall("orders")).join()).isEqualTo(new HandOver(Why.NOTHING_TO_REFRESH_WITH));
        assertThat(acquire(rig, "orders")).isCompleted();
    }

    @Test
    void failedRefreshHoldsUpOnlySuchCalls() {
        Rig rig = Rig.signedIn();
        CompletableFuture<Verdict> rejected = rig.rejected(rig.sentCall("orders"));

        rig.source.fail(ScriptedSource.misconfigured());

        assertThat(Rig.failureOf(rejected)).isInstanceOf(NoToken.Unavailable.class);
        assertThat(Rig.failureOf(acquire(rig, "orders"))).isInstanceOf(NoToken.Unavailable.class);
        assertThat(Rig.accessToken(acquire(rig, "stock"))).isEqualTo("at-1");
    }

    @Test
    void whatIsRememberedOfMadeUpKindsHasALimit() {
        Evidence evidence = Evidence.NONE;
        Pauses pauses = Pauses.NONE;
        for (long number = 1; number <= 1_000; number++) {
            String kind = "kind-" + number;
            evidence = evidence.rejected(kind, 1).bar(kind, 1);
            pauses = pauses.refused(kind, Rig.grant(number), number);
        }

        assertThat(evidence.rejections()).hasSizeLessThanOrEqualTo(Evidence.MOST_KINDS);
        assertThat(evidence.barred()).hasSizeLessThanOrEqualTo(Evidence.MOST_KINDS);
        assertThat(evidence.inARow()).isEqualTo(1_000);
        assertThat(pauses.byKind()).hasSize(Pauses.MOST_KINDS).containsKey("kind-1000");
    }

    private static CompletableFuture<Grant> acquire(Rig rig, String kind) {
        return rig.call(rig.gate.enter(() -> kind));
    }

    private static void refused(Rig rig, String kind) {
        Passage passage = rig.sentCall(kind);
        CompletableFuture<Verdict> verdict = rig.rejectedAtLast(passage);
        rig.source.answer("at-" + (rig.source.grants().size() + 1), "rt");
        assertThat(verdict.join()).isInstanceOf(Verdict.Replay.class);
        passage.replayRejected();
    }
}
