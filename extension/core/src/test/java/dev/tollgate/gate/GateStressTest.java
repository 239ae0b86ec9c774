package dev.tollgate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.source.SessionKey;
import dev.tollgate.source.Trigger;
import dev.tollgate.time.TimeSource;
import java.time.Duration;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Guarantees 1, 2, 5, 6 and 7 where real threads race. Run one seed again with {@code -Dtollgate.seed}. */
@Timeout(60)
class GateStressTest {

    private static final long SEED = Long.getLong("tollgate.seed", System.nanoTime());
    private static final Duration RUN = Duration.ofSeconds(2);
    private static final Duration AT_MOST = Duration.ofSeconds(15);
    private static final int CALLS = 1_000;
    private static final int REFRESHES = 50;
    private static final int SIGN_OUTS = 5;
    private static final int CALLERS = 8;
    private static final Trigger TRIGGER = () -> "ShopClient.orders";
    private static final GatePolicy POLICY = GatePolicy.DEFAULTS
            .withWaitTimeout(Duration.ofMillis(500))
            .withRotation(Rotation.STRICT)
            .withBackOff(Duration.ofMillis(1), Duration.ofMillis(4));

    private final RotatingServer server = new RotatingServer(SEED);
    private final GateThreads threads = GateThreads.of(daemons(), 8);
    private final TokenGate gate =
            TokenGate.of("shop", SessionKey.APPLICATION, server, POLICY, TimeSource.system(), threads, this::heard);
    private final Queue<CompletableFuture<?>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger served = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger fencedOff = new AtomicInteger();
    private final AtomicLong newestSeen = new AtomicLong();
    /** Tokens of this session and of those before must not be handed to calls that come from now on. */
    private final AtomicLong fence = new AtomicLong();

    private final Logger log = Logger.getLogger("dev.tollgate.gate");

    @BeforeEach
    void silenceTheLog() {
        log.setLevel(Level.OFF);
    }

    @AfterEach
    void letTheLogSpeak() {
        log.setLevel(null);
    }

    @Test
    void guaranteesHoldWhereThreadsRace() throws Exception {
        gate.signIn(RotatingServer.tokens(1, 0, 5));
        long begin = System.nanoTime();
        CompletableFuture<?>[] crowd = IntStream.range(0, CALLERS + 1)
                .mapToObj(number -> crowd(number, begin))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(crowd).get(20, TimeUnit.SECONDS);
        for (CompletableFuture<?> outcome : waiting) {
            outcome.handle((value, thrown) -> true).get(5, TimeUnit.SECONDS);
        }

        assertThat(server.violations).as("seed %d", SEED).isEmpty();
        assertThat(served.get()).as("seed %d: calls served", SEED).isGreaterThan(CALLS);
        assertThat(server.refreshes.get()).as("seed %d: refreshes", SEED).isGreaterThan(REFRESHES);
        assertThat(fencedOff.get()).as("seed %d: sign-outs", SEED).isGreaterThan(SIGN_OUTS);
        assertNobodyIsLeftBehind();
        threads.close();
    }

    private void assertNobodyIsLeftBehind() {
        long patience = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (gate.status().waiters() > 0 && System.nanoTime() - patience < 0) {
            Thread.onSpinWait();
        }
        assertThat(gate.status().waiters()).as("seed %d: waiters", SEED).isZero();
        server.healthy = true;
        gate.signIn(RotatingServer.tokens(Long.MAX_VALUE, 0, 0));
        assertThat(gate.enter(TRIGGER).await().tokens().accessToken()).startsWith("at-" + Long.MAX_VALUE);
    }

    private CompletableFuture<?> crowd(int number, long begin) {
        Random random = new Random(SEED + number);
        CompletableFuture<?> done = new CompletableFuture<>();
        Thread thread = daemons().newThread(() -> {
            try {
                Passage earlier = null;
                for (int turn = 1; isToGoOn(System.nanoTime() - begin); turn++) {
                    earlier = number == 0 ? comeAndGo(turn, random) : call(number, earlier, random);
                }
                done.complete(null);
            } catch (Throwable e) {
                done.completeExceptionally(new AssertionError("seed " + SEED, e));
            }
        });
        thread.start();
        return done;
    }

    /** On a machine that has no time for us, it takes longer until enough has happened. */
    private boolean isToGoOn(long nanos) {
        boolean enough = served.get() > CALLS && server.refreshes.get() > REFRESHES && fencedOff.get() > SIGN_OUTS;
        return nanos < RUN.toNanos() || (!enough && nanos < AT_MOST.toNanos());
    }

    /** Signs in and out, slowly enough that sessions live for some refreshes. */
    private @Nullable Passage comeAndGo(int turn, Random random) throws Exception {
        new CompletableFuture<@Nullable Void>()
                .completeOnTimeout(null, random.nextInt(20), TimeUnit.MILLISECONDS)
                .get();
        if (random.nextInt(3) == 0) {
            gate.signOut();
            fence.set(turn);
            fencedOff.incrementAndGet();
        }
        gate.signIn(RotatingServer.tokens(turn + 1L, 0, random.nextInt(5)));
        fence.set(turn);
        return null;
    }

    private Passage call(int number, @Nullable Passage earlier, Random random) {
        Passage passage = gate.enter(TRIGGER, CallKind.of("client-" + number));
        switch (random.nextInt(8)) {
            case 0 -> watch(passage::acquire);
            case 1 -> watch(passage::acquire).cancel(true);
            case 2 ->
                watch(() -> gate.acquire(
                        TRIGGER, CallKind.of("client-" + number), Duration.ofNanos(random.nextInt(1_000_000))));
            case 3 -> watch(() -> gate.refresh(TRIGGER));
            case 4 -> reject(earlier == null || earlier.used() == null ? passage : earlier);
            case 5 -> reject(passage);
            default -> await(passage);
        }
        return random.nextBoolean() || earlier == null ? passage : earlier;
    }

    private CompletableFuture<Grant> watch(Supplier<CompletionStage<Grant>> call) {
        long newest = newestSeen.get();
        long fenced = fence.get();
        CompletableFuture<Grant> outcome = call.get().toCompletableFuture();
        waiting.add(outcome);
        outcome.whenComplete((grant, thrown) -> {
            if (grant != null) {
                check(grant, newest, fenced);
            } else if (!outcome.isCancelled()) {
                expected(thrown);
            }
        });
        return outcome;
    }

    private boolean await(Passage passage) {
        long newest = newestSeen.get();
        long fenced = fence.get();
        try {
            check(passage.await(), newest, fenced);
            return true;
        } catch (NoToken e) {
            refused.incrementAndGet();
            return false;
        }
    }

    private void reject(Passage passage) {
        if (passage.used() == null && !await(passage)) {
            return;
        }
        Grant rejected = passage.used();
        try {
            Verdict verdict = passage.awaitVerdict();
            if (rejected != null && verdict instanceof Verdict.Replay replay) {
                checkReplay(rejected, replay.grant());
            }
        } catch (NoToken e) {
            refused.incrementAndGet();
        }
    }

    private void checkReplay(Grant rejected, Grant fresh) {
        if (fresh.epoch() != rejected.epoch() || fresh.generation() <= rejected.generation()) {
            server.violations.add(rejected + " was replayed with " + fresh);
        }
    }

    /** @param newest what others had got before this call began */
    private void check(Grant grant, long newest, long fenced) {
        served.incrementAndGet();
        newestSeen.accumulateAndGet(grant.generation(), Math::max);
        if (grant.generation() < newest) {
            server.violations.add("generation " + newest + " was there before " + grant);
        }
        if (RotatingServer.session(grant.tokens().accessToken()) <= fenced) {
            server.violations.add("after the end of its session: " + grant.tokens());
        }
    }

    private void expected(Throwable thrown) {
        refused.incrementAndGet();
        if (!(thrown instanceof NoToken)) {
            server.violations.add("unexpected " + thrown);
        }
    }

    private void heard(GateEvent event) {
        if (event instanceof GateEvent.SessionEnded ended) {
            server.violations.add("no failure was terminal, but " + ended);
        }
    }

    private static ThreadFactory daemons() {
        return task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        };
    }
}
