package dev.tollgate.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tollgate.source.SessionKey;
import dev.tollgate.source.TokenRequest;
import dev.tollgate.source.TokenSource;
import dev.tollgate.testkit.ManualClock;
import dev.tollgate.time.TimeSource;
import dev.tollgate.token.TokenSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** At {@code max-sessions}: as few sessions as needed are forgotten, idle ones first, and nobody looks at all of them. */
class SessionRoomTest {

    private static final SessionKey STRANGER = new SessionKey("stranger");
    private static final Duration WHILE = SessionRoom.IDLE_AFTER.multipliedBy(5);

    private final ManualClock clock = new ManualClock();
    private final AtomicInteger looks = new AtomicInteger();
    private final ScriptedSource source = new ScriptedSource() {
        @Override
        public synchronized boolean canAcquire() {
            looks.incrementAndGet();
            return super.canAcquire();
        }
    };

    @Test
    void oneIdleSessionGoesForOneThatComes() {
        TokenGates gates = full(1000);
        clock.advance(WHILE);
        IntStream.range(0, 1000).filter(number -> number != 437).forEach(number -> use(gates, number));

        gates.of(STRANGER);

        assertThat(gates.find(key(437))).isEmpty();
        assertThat(gates.all()).hasSize(1000);
    }

    @Test
    void leastRecentlyUsedGoesFirst() {
        TokenGates gates = full(5);
        for (int number : new int[] {3, 0, 4, 1, 2}) {
            clock.advance(WHILE);
            use(gates, number);
        }
        clock.advance(WHILE);
        List<Integer> gone = new ArrayList<>();

        for (int stranger = 0; stranger < 5; stranger++) {
            gates.of(new SessionKey("stranger-" + stranger));
            IntStream.range(0, 5)
                    .filter(number -> !gone.contains(number))
                    .filter(number -> gates.find(key(number)).isEmpty())
                    .boxed()
                    .toList()
                    .forEach(gone::add);
        }

        assertThat(gone).containsExactly(3, 0, 4, 1, 2);
    }

    @Test
    void whereAllAreInUseOneGoesAllTheSameAndOnlyOne() {
        TokenGates gates = full(300);
        IntStream.range(0, 300).forEach(number -> use(gates, number));

        gates.of(STRANGER);

        assertThat(gates.all()).hasSize(300);
        assertThat(gates.find(STRANGER)).isPresent();
    }

    @Test
    void sessionsWithSomethingToLoseAreNotLookedAtForEachStranger() {
        TokenGates gates = gates(1000);
        IntStream.range(0, 1000)
                .forEach(number -> gates.signIn(key(number), ScriptedSource.tokens("at", "rt-" + number)));
        assertThatThrownBy(() -> gates.of(STRANGER)).isInstanceOf(NoToken.Unavailable.class);
        AtomicInteger seen = new AtomicInteger();
        SessionRoom room = new SessionRoom(
                gates.all(),
                gate -> {
                    seen.incrementAndGet();
                    return false;
                },
                gate -> true,
                clock);

        IntStream.range(0, 10_000).forEach(stranger -> assertThat(room.make()).isFalse());
        assertThat(seen).as("looks for 10,000 strangers").hasValueLessThan(1100);

        clock.advance(SessionRoom.NOT_AGAIN_FOR);
        room.make();
        assertThat(seen).as("after a while").hasValueBetween(1101, 2200);
    }

    @Test
    void whoSignsOutMakesRoomAtOnceAlsoAfterARoundInVain() {
        TokenGates gates = gates(200);
        IntStream.range(0, 200).forEach(number -> gates.signIn(key(number), ScriptedSource.tokens("at", "rt")));
        assertThatThrownBy(() -> gates.of(STRANGER)).isInstanceOf(NoToken.Unavailable.class);

        gates.of(key(77)).signOut();
        gates.of(STRANGER);

        assertThat(gates.find(key(77))).isEmpty();
        assertThat(gates.all()).hasSize(200);
    }

    @Test
    void gateThatIsUsedAfterItWasForgottenIsKeptAgain() {
        TokenGates gates = full(1);
        TokenGate handedOut = gates.of(key(0));
        handedOut.signOut();
        gates.of(STRANGER);
        assertThat(gates.find(key(0))).isEmpty();

        CompletableFuture<Grant> call = call(handedOut);

        assertThat(gates.find(key(0))).containsSame(handedOut);
        source.answer("at-2", "rt-2");
        assertThat(Rig.accessToken(call)).isEqualTo("at-2");
    }

    @Test
    void gateThatHasBeenReplacedLeavesItsUseToTheNewOne() {
        TokenGates gates = full(2);
        TokenGate old = gates.of(key(0));
        old.signOut();
        gates.of(STRANGER);
        call(gates.of(key(0)));

        CompletableFuture<Grant> late = call(old);

        assertThat(source.grants()).containsExactly("acquire");
        source.answer("at-2", "rt-2");
        assertThat(Rig.accessToken(late)).isEqualTo("at-2");
        old.signOut();
        assertThat(gates.of(key(0)).status().state()).isEqualTo(GateStatus.State.SIGNED_OUT);
    }

    /** A call that is on its way into the gate is not seen in its state yet. */
    @Test
    void gateThatIsBeingUsedIsNotForgotten() {
        List<Throwable> strangers = new ArrayList<>();
        TokenGates[] gates = new TokenGates[1];
        ScriptedSource asked = new ScriptedSource() {
            @Override
            public synchronized boolean canAcquire() {
                if (strangers.isEmpty()) {
                    strangers.add(catchThrowable(() -> gates[0].of(STRANGER)));
                }
                return true;
            }
        };
        SessionLimits one = new SessionLimits(1, Optional.empty(), Optional.empty());
        gates[0] = TokenGates.of("shop", asked, GatePolicy.DEFAULTS, one, clock, clock, event -> {});

        call(gates[0].of(key(0)));

        assertThat(strangers).singleElement().isInstanceOf(NoToken.Unavailable.class);
        assertThat(gates[0].find(key(0))).isPresent();
    }

    /** Handed out, forgotten, used, made anew, in any order: one session never asks twice at the same time. */
    @Test
    @Timeout(120)
    void noSessionEverHasTwoFlights() throws Exception {
        Counting counting = new Counting();
        ExecutorService callers = Executors.newFixedThreadPool(16);
        GateThreads threads = GateThreads.of(Thread::new, 8);
        TokenGates gates = TokenGates.of(
                "shop",
                counting,
                GatePolicy.DEFAULTS,
                new SessionLimits(3, Optional.empty(), Optional.empty()),
                TimeSource.system(),
                threads,
                event -> {});
        try {
            List<Future<?>> done = new ArrayList<>();
            for (int caller = 0; caller < 16; caller++) {
                Random random = new Random(caller);
                done.add(callers.submit(() -> IntStream.range(0, 500).forEach(call -> counting.use(gates, random))));
            }
            for (Future<?> each : done) {
                each.get();
            }
            assertThat(counting.most).hasValue(1);
            assertThat(counting.asked).hasPositiveValue();
        } finally {
            callers.shutdownNow();
            threads.close();
        }
    }

    private static final class Counting implements TokenSource {
        private final Map<SessionKey, AtomicInteger> open = new ConcurrentHashMap<>();
        private final AtomicInteger most = new AtomicInteger();
        private final AtomicInteger asked = new AtomicInteger();

        void use(TokenGates gates, Random random) {
            try {
                gates.of(key(random.nextInt(6)))
                        .enter(() -> "ShopClient.orders")
                        .await();
            } catch (NoToken e) {
                assertThat(e).hasMessageContaining("max-sessions");
            }
        }

        @Override
        public boolean canAcquire() {
            return true;
        }

        @Override
        public CompletionStage<TokenSet> acquire(TokenRequest request) {
            asked.incrementAndGet();
            AtomicInteger now = open.computeIfAbsent(request.session(), key -> new AtomicInteger());
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            return CompletableFuture.supplyAsync(() -> {
                now.decrementAndGet();
                return TokenSet.of("at").build();
            });
        }

        @Override
        public CompletionStage<TokenSet> refresh(TokenSet current, TokenRequest request) {
            return acquire(request);
        }
    }

    private TokenGates full(int sessions) {
        source.thatCanAcquire();
        TokenGates gates = gates(sessions);
        IntStream.range(0, sessions)
                .forEach(number ->
                        gates.signIn(key(number), TokenSet.of("at-" + number).build()));
        return gates;
    }

    private TokenGates gates(int sessions) {
        return TokenGates.of(
                "shop",
                source,
                GatePolicy.DEFAULTS,
                new SessionLimits(sessions, Optional.empty(), Optional.empty()),
                clock,
                clock,
                event -> {});
    }

    private void use(TokenGates gates, int number) {
        assertThat(call(gates.of(key(number)))).isCompleted();
    }

    private CompletableFuture<Grant> call(TokenGate gate) {
        CompletableFuture<Grant> grant =
                gate.enter(() -> "ShopClient.orders").acquire().toCompletableFuture();
        clock.runPending();
        return grant;
    }

    private static SessionKey key(int number) {
        return new SessionKey("session-" + number);
    }
}
