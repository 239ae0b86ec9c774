package dev.tollgate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.source.Revocation;
import dev.tollgate.source.SessionKey;
import dev.tollgate.source.TokenRequest;
import dev.tollgate.source.TokenSource;
import dev.tollgate.testkit.ManualClock;
import dev.tollgate.token.TokenSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A token source that signs in on its way to tokens. */
class SignInInsideAFlightTest {

    private final ManualClock clock = new ManualClock();
    private final List<GateEvent> events = new ArrayList<>();
    private final LoggingIn source = new LoggingIn();
    private final TokenGates gates = TokenGates.of(
            "shop", source, GatePolicy.DEFAULTS, SessionLimits.DEFAULTS, clock, clock, event -> heard(event));
    private @Nullable Runnable observer;

    @Test
    void rejectedCallIsReplayedWithWhatTheSourceBrings() {
        signIn("at-1");
        Passage rejected = sentCall();
        source.does(() -> {
            signIn("at-2");
            return ScriptedSource.tokens("at-2", "rt-2");
        });

        CompletableFuture<Verdict> verdict = rejectedOf(rejected);

        assertThat(Rig.accessToken(verdict.join())).isEqualTo("at-2");
        assertThat(events).noneMatch(event -> event instanceof GateEvent.SignedIn);
    }

    @Test
    void answerOfTheSourceDecidesAndNotWhatItSignedInWith() {
        signIn("at-1");
        source.does(() -> {
            signIn("at-of-login");
            return ScriptedSource.tokens("at-exchanged", "rt-2");
        });

        assertThat(Rig.accessToken(rejectedOf(sentCall()).join())).isEqualTo("at-exchanged");
        assertThat(Rig.accessToken(call())).isEqualTo("at-exchanged");
    }

    @Test
    void signOutMeanwhileWins() {
        signIn("at-1");
        CompletableFuture<Verdict> verdict = rejectedWhile(() -> {
            outside(gate()::signOut);
            signIn("at-2");
            return ScriptedSource.tokens("at-2", "rt-2");
        });

        assertThat(verdict).isCompletedExceptionally();
        assertThat(gate().status().state()).isEqualTo(GateStatus.State.SIGNED_OUT);
        assertThat(source.revoked).containsExactly("at-1", "at-2");
    }

    @Test
    void signInElsewhereMeanwhileWins() {
        signIn("at-1");
        CompletableFuture<Verdict> verdict = rejectedWhile(() -> {
            outside(() -> signIn("at-of-bob"));
            signIn("at-2");
            return ScriptedSource.tokens("at-2", "rt-2");
        });

        assertThat(verdict.join()).isEqualTo(new Verdict.HandOver(Verdict.Why.ANOTHER_SIGN_IN));
        assertThat(Rig.accessToken(call())).isEqualTo("at-of-bob");
    }

    @Test
    void callsOfTheSourceCarryWhatItSignedInWith() {
        signIn("at-1");
        List<String> carried = new ArrayList<>();
        source.does(() -> {
            signIn("at-2");
            Grant own = gate().enter(() -> "Realm.tokens")
                    .acquire()
                    .toCompletableFuture()
                    .join();
            carried.add(own.tokens().accessToken());
            return own.tokens();
        });

        rejectedOf(sentCall());

        assertThat(carried).containsExactly("at-2");
        assertThat(Rig.accessToken(call())).isEqualTo("at-2");
    }

    @Test
    void callsOfTheSourceCarryItAlsoWhileTheTokenBeforeIsServed() {
        signIn("at-1");
        List<String> served = new ArrayList<>();
        source.does(() -> {
            signIn("at-2");
            outside(() -> served.add(Rig.accessToken(call())));
            return gate().enter(() -> "Realm.tokens")
                    .acquire()
                    .toCompletableFuture()
                    .join()
                    .tokens();
        });

        gate().refresh(() -> "Realm.refresh");
        clock.runPending();

        assertThat(served).containsExactly("at-1");
        assertThat(Rig.accessToken(call())).isEqualTo("at-2");
    }

    @Test
    void callOfTheSourceThatIsRejectedAllTheSameIsHandedOver() {
        signIn("at-1");
        clock.advance(Rig.LIFE);
        List<Verdict> verdicts = new ArrayList<>();
        source.does(() -> {
            signIn("at-2");
            Passage inside = gate().enter(() -> "ShopClient.profile");
            inside.acquire();
            verdicts.add(inside.verdict().toCompletableFuture().join());
            return ScriptedSource.tokens("at-3", "rt-3");
        });

        CompletableFuture<Grant> call = call();
        clock.runPending();

        assertThat(verdicts).containsExactly(new Verdict.HandOver(Verdict.Why.REFUSES_FRESH_TOKENS));
        assertThat(Rig.accessToken(call)).isEqualTo("at-3");
    }

    @Test
    void callOfASourceAfterASignOutStartsNoOtherFlight() {
        signIn("at-1");
        List<Throwable> failures = new ArrayList<>();
        source.does(() -> {
            source.does(() -> ScriptedSource.tokens("at-of-another-flight", "rt"));
            outside(gate()::signOut);
            CompletableFuture<Grant> inside =
                    gate().enter(() -> "ShopClient.profile").acquire().toCompletableFuture();
            failures.add(Rig.failureOf(inside));
            return ScriptedSource.tokens("at-2", "rt-2");
        });

        rejectedOf(sentCall());

        assertThat(failures).singleElement().asString().contains("ShopClient.profile is called by the refresh");
        assertThat(source.asked).isEqualTo(1);
        assertThat(gate().status().state()).isEqualTo(GateStatus.State.SIGNED_OUT);
    }

    @Test
    void observerOfTheOutcomeSignsInForGood() {
        signIn("at-1");
        source.does(() -> {
            throw ScriptedSource.dead();
        });
        observer = () -> signIn("at-of-observer");

        rejectedOf(sentCall());

        assertThat(Rig.accessToken(call())).isEqualTo("at-of-observer");
    }

    /** Whatever comes first, who has signed out last stays signed out. */
    @Test
    void signOutsThatRaceWithTheSourceAreNeverUndone() throws Exception {
        ExecutorService others = Executors.newFixedThreadPool(2);
        try (GateThreads threads = GateThreads.of(Thread::new, 4)) {
            for (int round = 0; round < 500; round++) {
                race(new Random(round), threads, others);
            }
        } finally {
            others.shutdownNow();
        }
    }

    private static void race(Random random, GateThreads threads, ExecutorService others) throws Exception {
        LoggingIn source = new LoggingIn();
        TokenGate gate = TokenGate.of(
                "shop", SessionKey.APPLICATION, source, GatePolicy.DEFAULTS, new ManualClock(), threads, event -> {});
        CyclicBarrier both = new CyclicBarrier(2);
        CountDownLatch ended = new CountDownLatch(1);
        boolean late = random.nextBoolean();
        source.does(() -> {
            if (late) {
                gate.signIn(ScriptedSource.tokens("at-2", "rt-2"));
            }
            met(both);
            gate.signIn(ScriptedSource.tokens("at-3", "rt-3"));
            ended.countDown();
            return ScriptedSource.tokens("at-3", "rt-3");
        });
        gate.signIn(ScriptedSource.tokens("at-1", "rt-1"));
        gate.refresh(() -> "Realm.refresh");
        Future<?> signOut = others.submit(() -> {
            met(both);
            gate.signOut();
        });
        signOut.get(30, TimeUnit.SECONDS);
        assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();

        assertThat(gate.status().state()).isEqualTo(GateStatus.State.SIGNED_OUT);
    }

    private static void met(CyclicBarrier all) {
        try {
            all.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void heard(GateEvent event) {
        events.add(event);
        Runnable told = observer;
        if (event instanceof GateEvent.SessionEnded && told != null) {
            told.run();
        }
    }

    private TokenGate gate() {
        return gates.of(SessionKey.APPLICATION);
    }

    private void signIn(String accessToken) {
        gates.signIn(SessionKey.APPLICATION, ScriptedSource.tokens(accessToken, "rt of " + accessToken));
    }

    private CompletableFuture<Grant> call() {
        return gate().enter(() -> "ShopClient.orders").acquire().toCompletableFuture();
    }

    private Passage sentCall() {
        Passage passage = gate().enter(() -> "ShopClient.orders");
        assertThat(passage.acquire().toCompletableFuture()).isCompleted();
        events.clear();
        return passage;
    }

    private CompletableFuture<Verdict> rejectedOf(Passage passage) {
        CompletableFuture<Verdict> verdict = passage.verdict().toCompletableFuture();
        clock.runPending();
        return verdict;
    }

    private CompletableFuture<Verdict> rejectedWhile(Supplier<TokenSet> errand) {
        source.does(errand);
        return rejectedOf(sentCall());
    }

    private static void outside(Runnable work) {
        FlightScope.outside(work);
    }

    /** Brings what its errand does. */
    private static final class LoggingIn implements TokenSource {

        private final List<String> revoked = new ArrayList<>();
        private volatile @Nullable Supplier<TokenSet> errand;
        private volatile int asked;

        void does(Supplier<TokenSet> what) {
            errand = what;
        }

        @Override
        public CompletionStage<TokenSet> refresh(TokenSet current, TokenRequest request) {
            return acquire(request);
        }

        @Override
        @SuppressWarnings("NonAtomicVolatileUpdate") // one at a time
        public CompletionStage<TokenSet> acquire(TokenRequest request) {
            asked++;
            return CompletableFuture.completedFuture(
                    Objects.requireNonNull(errand).get());
        }

        @Override
        public boolean canAcquire() {
            return true;
        }

        @Override
        public synchronized CompletionStage<?> revoke(TokenSet tokens, Revocation revocation) {
            revoked.add(tokens.accessToken());
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public boolean canRevoke() {
            return true;
        }
    }
}
