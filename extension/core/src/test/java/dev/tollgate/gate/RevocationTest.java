package dev.tollgate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.source.TokenFailure;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** Who signs out wants the server to know; whatever becomes of that, the session stays over. */
class RevocationTest {

    private final CompletableFuture<Void> outcome = new CompletableFuture<>();

    @Test
    void signOutRevokesTheTokensAfterTheSessionIsOver() {
        Rig rig = Rig.signedIn();
        rig.source.thatRevokes(outcome);

        rig.gate.signOut();
        assertThat(rig.source.revoked()).isEmpty();
        rig.clock.runPending();

        assertThat(rig.source.revoked()).containsExactly("at-1");
        assertThat(rig.gate.status().state()).isEqualTo(GateStatus.State.SIGNED_OUT);
    }

    @Test
    void tokensThatComeAfterTheSignOutAreRevokedToo() {
        Rig rig = Rig.expired();
        rig.source.thatRevokes(outcome);
        rig.call();

        rig.gate.signOut();
        rig.source.answer("at-2", "rt-2");
        rig.clock.runPending();

        assertThat(rig.source.revoked()).containsExactly("at-1", "at-2");
    }

    @Test
    void tokensThatComeAfterANewSignInAreNot() {
        Rig rig = Rig.expired();
        rig.source.thatRevokes(outcome);
        rig.call();

        rig.gate.signIn(ScriptedSource.tokens("at-of-bob", "rt-of-bob"));
        rig.source.answer("at-2", "rt-2");
        rig.clock.runPending();

        assertThat(rig.source.revoked()).isEmpty();
    }

    @Test
    void failureIsToldAndDoesNotBringTheSessionBack() {
        Rig rig = Rig.signedIn();
        rig.source.thatRevokes(outcome);
        rig.gate.signOut();
        rig.clock.runPending();

        outcome.completeExceptionally(ScriptedSource.unavailable());

        assertThat(rig.events(GateEvent.RevocationFailed.class))
                .singleElement()
                .satisfies(event -> assertThat(event.failure()).hasMessage("503 from the token endpoint"));
        assertThat(rig.gate.status().state()).isEqualTo(GateStatus.State.SIGNED_OUT);
    }

    @Test
    void serverThatNeverAnswersIsNotAwaitedForEver() {
        Rig rig = Rig.signedIn();
        rig.source.thatRevokes(outcome);
        rig.gate.signOut();

        rig.clock.advance(GatePolicy.DEFAULTS.attemptTimeout());

        assertThat(rig.events(GateEvent.RevocationFailed.class))
                .singleElement()
                .satisfies(event -> assertThat(event.failure()).isInstanceOf(TokenFailure.OutcomeUnknown.class));
        assertThat(rig.clock.timers()).isZero();
    }

    @Test
    void applicationThatEndsLeavesTheSessionAtTheServerAlone() {
        Rig rig = Rig.signedIn();
        rig.source.thatRevokes(outcome);

        rig.gate.close();
        rig.clock.runPending();

        assertThat(rig.source.revoked()).isEmpty();
        assertThat(rig.events(GateEvent.SignedOut.class)).hasSize(1);
        assertThat(rig.gate.status().state()).isEqualTo(GateStatus.State.SIGNED_OUT);
    }

    @Test
    void whoWaitsWhenTheApplicationEndsIsToldAtOnce() {
        Rig rig = Rig.expired();
        CompletableFuture<Grant> call = rig.call();

        rig.gate.close();

        assertThat(Rig.failureOf(call)).isInstanceOf(NoToken.class);
    }

    @Test
    void noTimerOutlivesARevocation() {
        Rig rig = Rig.signedIn();
        rig.source.thatRevokes(CompletableFuture.completedFuture(null));

        rig.gate.signOut();
        rig.clock.runPending();

        assertThat(rig.source.revoked()).hasSize(1);
        assertThat(rig.clock.timers()).isZero();
    }

    @Test
    void failureThatTheSourceNamesIsToldAsItIsThroughAllWrapping() {
        Rig rig = Rig.signedIn();
        TokenFailure named = ScriptedSource.unavailable();
        rig.source.thatRevokes(CompletableFuture.failedFuture(new CompletionException(named)));

        rig.gate.signOut();
        rig.clock.runPending();

        assertThat(rig.events(GateEvent.RevocationFailed.class))
                .singleElement()
                .satisfies(event -> assertThat(event.failure()).isSameAs(named));
    }

    @Test
    void failureThatSaysNothingLeavesOpenWhatBecameOfTheTokens() {
        Rig rig = Rig.signedIn();
        rig.source.thatRevokes(CompletableFuture.failedFuture(new CompletionException(null)));

        rig.gate.signOut();
        rig.clock.runPending();

        assertThat(rig.events(GateEvent.RevocationFailed.class))
                .singleElement()
                .satisfies(event -> assertThat(event.failure()).isInstanceOf(TokenFailure.OutcomeUnknown.class));
    }
}
