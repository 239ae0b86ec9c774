package dev.tollgate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.source.SessionKey;
import dev.tollgate.testkit.ManualClock;
import dev.tollgate.token.TokenSet;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A sign-in while a source is asked may be the source's own, made on a thread of which nothing is known. */
class SignInInDoubtTest {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final TokenSet NEW = ScriptedSource.tokens("at-2", "rt-2");

    private final ManualClock clock = new ManualClock();
    private final ScriptedSource source = new ScriptedSource();
    private final TokenGates gates = TokenGates.of(
            "shop",
            source,
            GatePolicy.DEFAULTS.withWaitTimeout(PATIENCE),
            SessionLimits.DEFAULTS,
            clock,
            clock,
            event -> {});

    SignInInDoubtTest() {
        signIn(ScriptedSource.tokens("at-1", "rt-1"));
    }

    @Test
    void rejectedCallIsReplayedWhereTheSourceAnswersTheSameToken() {
        CompletableFuture<Verdict> verdict = rejected(sentCall());

        signIn(NEW);
        assertThat(verdict).isNotDone();
        source.answer(NEW);

        assertThat(Rig.accessToken(verdict.join())).isEqualTo("at-2");
    }

    @Test
    void callThatIsRejectedOnlyThenIsReplayedToo() {
        Passage late = sentCall();
        Passage later = sentCall();
        rejected(sentCall());
        signIn(NEW);

        CompletableFuture<Verdict> verdict = rejected(late);
        source.answer(NEW);

        assertThat(Rig.accessToken(verdict.join())).isEqualTo("at-2");
        assertThat(Rig.accessToken(rejected(later).join())).isEqualTo("at-2");
    }

    @Test
    void signInOfAUserWinsOverWhatTheSourceAnswers() {
        CompletableFuture<Verdict> verdict = rejected(sentCall());

        signIn(ScriptedSource.tokens("at-of-bob", "rt-of-bob"));
        source.answer(NEW);

        assertThat(verdict.join()).isEqualTo(new Verdict.HandOver(Verdict.Why.ANOTHER_SIGN_IN));
        assertThat(token()).isEqualTo("at-of-bob");
    }

    @Test
    void signInOfAUserWinsOverASourceThatFails() {
        CompletableFuture<Verdict> verdict = rejected(sentCall());

        signIn(ScriptedSource.tokens("at-of-bob", "rt-of-bob"));
        source.fail(ScriptedSource.unavailable());

        assertThat(verdict.join()).isEqualTo(new Verdict.HandOver(Verdict.Why.ANOTHER_SIGN_IN));
    }

    /** Which is shorter than an attempt of the source may take. */
    @Test
    void rejectedCallWaitsNoLongerThanItMay() {
        CompletableFuture<Verdict> verdict = rejected(sentCall());
        signIn(NEW);

        clock.advance(PATIENCE);

        assertThat(verdict).isCompletedWithValue(new Verdict.HandOver(Verdict.Why.ANOTHER_SIGN_IN));
        assertThat(source.unanswered()).isEqualTo(1);
    }

    @Test
    void waitingCallIsNotReplayedAsWhoeverHasSignedInAfterTheSource() {
        CompletableFuture<Verdict> verdict = rejected(sentCall());
        signIn(NEW);
        signIn(ScriptedSource.tokens("at-of-bob", "rt-of-bob"));

        source.answer(NEW);

        assertThat(verdict).isCompletedWithValue(new Verdict.HandOver(Verdict.Why.ANOTHER_SIGN_IN));
    }

    @Test
    void waitingCallHasTheNewTokenAtOnce() {
        clock.advance(Rig.LIFE);
        CompletableFuture<Grant> call =
                gate().enter(() -> "ShopClient.orders").acquire().toCompletableFuture();
        clock.runPending();

        signIn(NEW);

        assertThat(Rig.accessToken(call)).isEqualTo("at-2");
    }

    @Test
    void signInWhereNoSourceIsAskedIsAnother() {
        Passage sent = sentCall();

        signIn(NEW);

        assertThat(rejected(sent).join()).isEqualTo(new Verdict.HandOver(Verdict.Why.ANOTHER_SIGN_IN));
    }

    @Test
    void callOfTheSignInBeforeThatIsNotReplayed() {
        Passage older = sentCall();
        signIn(ScriptedSource.tokens("at-of-bob", "rt-of-bob"));
        rejected(sentCall());
        signIn(NEW);
        source.answer(NEW);

        assertThat(rejected(older).join()).isEqualTo(new Verdict.HandOver(Verdict.Why.ANOTHER_SIGN_IN));
    }

    @Test
    void callIsNotReplayedAsWhoeverHasSignedInSince() {
        Passage sent = sentCall();
        rejected(sentCall());
        signIn(NEW);
        source.answer(NEW);
        signIn(ScriptedSource.tokens("at-of-bob", "rt-of-bob"));

        assertThat(rejected(sent).join()).isEqualTo(new Verdict.HandOver(Verdict.Why.ANOTHER_SIGN_IN));
    }

    @Test
    void signOutMeanwhileIsNotUndone() {
        source.thatRevokes(CompletableFuture.completedFuture(null));
        rejected(sentCall());
        gate().signOut();

        signIn(NEW);
        source.answer(NEW);
        clock.runPending();

        assertThat(gate().status().state()).isEqualTo(GateStatus.State.SIGNED_OUT);
        assertThat(source.revoked()).containsExactly("at-1", "at-2");
    }

    @Test
    void signInOfAUserAfterTheSignOutStays() {
        rejected(sentCall());
        gate().signOut();

        signIn(ScriptedSource.tokens("at-of-bob", "rt-of-bob"));
        source.answer(NEW);

        assertThat(token()).isEqualTo("at-of-bob");
    }

    private TokenGate gate() {
        return gates.of(SessionKey.APPLICATION);
    }

    private void signIn(TokenSet tokens) {
        gates.signIn(SessionKey.APPLICATION, tokens);
    }

    private Passage sentCall() {
        Passage passage = gate().enter(() -> "ShopClient.orders");
        passage.await();
        return passage;
    }

    private CompletableFuture<Verdict> rejected(Passage passage) {
        CompletableFuture<Verdict> verdict = passage.verdict().toCompletableFuture();
        clock.runPending();
        return verdict;
    }

    private String token() {
        Passage passage = gate().enter(() -> "ShopClient.orders");
        return passage.await().tokens().accessToken();
    }
}
