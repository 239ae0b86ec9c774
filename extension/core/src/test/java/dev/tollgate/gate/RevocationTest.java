package dev.tollgate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.source.Revocation;
import dev.tollgate.source.SessionKey;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.source.TokenRequest;
import dev.tollgate.source.TokenSource;
import dev.tollgate.time.TimeSource;
import dev.tollgate.token.TokenSet;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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
    void tokensThatComeAfterTheSignOutAreRevokedAlsoIfSomebodyHasSignedInAnew() {
        Rig rig = Rig.expired();
        rig.source.thatRevokes(outcome);
        rig.call();

        rig.gate.signOut();
        rig.gate.signIn(ScriptedSource.tokens("at-of-bob", "rt-of-bob"));
        rig.source.answer("at-2", "rt-2");
        rig.clock.runPending();

        assertThat(rig.source.revoked()).containsExactly("at-1", "at-2");
        assertThat(Rig.accessToken(rig.call())).isEqualTo("at-of-bob");
    }

    @Test
    void tokensThatComeAfterManySignInsAreRevokedOnceSomebodyHasSignedOut() {
        Rig rig = Rig.expired();
        rig.source.thatRevokes(outcome);
        rig.call();

        for (int i = 0; i < 5; i++) {
            rig.gate.signIn(ScriptedSource.tokens("at-of-" + i, "rt-of-" + i));
        }
        rig.gate.signOut();
        rig.gate.signIn(ScriptedSource.tokens("at-of-bob", "rt-of-bob"));
        rig.source.answer("at-2", "rt-2");
        rig.clock.runPending();

        assertThat(rig.source.revoked()).containsExactly("at-of-4", "at-2");
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

    @Test
    void serverThatDoesNotAnswerRevocationsHoldsUpNoRefresh() throws Exception {
        Unhurried source = new Unhurried();
        try (GateThreads threads = GateThreads.of(RevocationTest::daemon, 1 + TokenGates.THREADS_BESIDE_FLIGHTS)) {
            TokenGates gates = TokenGates.of(
                    "shop",
                    source,
                    GatePolicy.DEFAULTS.withMaxRefreshes(1),
                    SessionLimits.DEFAULTS,
                    TimeSource.system(),
                    threads,
                    event -> {});
            for (int i = 0; i < 10; i++) {
                SessionKey leaving = new SessionKey("leaving " + i);
                gates.signIn(leaving, ScriptedSource.tokens("at-" + i, "rt-" + i));
                gates.of(leaving).signOut();
            }
            source.asked.await();
            SessionKey staying = new SessionKey("staying");
            gates.signIn(staying, Rig.shortLived(Duration.ZERO));

            Grant grant = gates.of(staying)
                    .enter(() -> "ShopClient.orders")
                    .acquire()
                    .toCompletableFuture()
                    .get(20, TimeUnit.SECONDS);

            assertThat(grant.tokens().accessToken()).isEqualTo("at-new");
            source.release.countDown();
            assertThat(source.revoked.tryAcquire(10, 20, TimeUnit.SECONDS))
                    .as("all are revoked in the end")
                    .isTrue();
        } finally {
            source.release.countDown();
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    }

    /** Refreshes at once, and takes its time to revoke. */
    private static final class Unhurried implements TokenSource {
        final CountDownLatch asked = new CountDownLatch(1);
        final CountDownLatch release = new CountDownLatch(1);
        final Semaphore revoked = new Semaphore(0);

        @Override
        public CompletionStage<TokenSet> refresh(TokenSet current, TokenRequest request) {
            return CompletableFuture.completedFuture(ScriptedSource.tokens("at-new", "rt-new"));
        }

        @Override
        public boolean canRevoke() {
            return true;
        }

        @Override
        public CompletionStage<?> revoke(TokenSet tokens, Revocation revocation) {
            asked.countDown();
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            revoked.release();
            return CompletableFuture.completedFuture(null);
        }
    }
}
