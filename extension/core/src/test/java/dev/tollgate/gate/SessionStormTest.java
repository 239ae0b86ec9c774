package dev.tollgate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.source.SessionKey;
import dev.tollgate.source.TokenRequest;
import dev.tollgate.source.TokenSource;
import dev.tollgate.time.TimeSource;
import dev.tollgate.token.TokenSet;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Ten thousand sessions whose tokens expire together do not storm the token endpoint. */
@Timeout(30)
class SessionStormTest {

    private static final int SESSIONS = 10_000;
    private static final int AT_ONCE = 8;

    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger refreshes = new AtomicInteger();

    @Test
    void onlySoManyRefreshAtOnceAndEverybodyIsServed() throws Exception {
        try (GateThreads threads = GateThreads.of(SessionStormTest::daemon, AT_ONCE)) {
            TokenGates gates = TokenGates.of(
                    "shop",
                    new Later(),
                    GatePolicy.DEFAULTS.withWaitTimeout(Duration.ofSeconds(20)).withMaxRefreshes(AT_ONCE),
                    SessionLimits.DEFAULTS,
                    TimeSource.system(),
                    threads,
                    event -> {});
            IntStream.range(0, SESSIONS).forEach(i -> gates.signIn(key(i), expired(i)));

            List<CompletableFuture<Grant>> calls =
                    IntStream.range(0, SESSIONS).mapToObj(i -> call(gates, i)).toList();
            CompletableFuture.allOf(calls.toArray(CompletableFuture<?>[]::new)).get(20, TimeUnit.SECONDS);

            for (int i = 0; i < SESSIONS; i++) {
                assertThat(calls.get(i).join().tokens().accessToken()).isEqualTo("at-of-rt-" + i);
            }
        }
        assertThat(most.get()).isBetween(2, AT_ONCE);
        assertThat(refreshes).hasValue(SESSIONS);
    }

    /** Answers later, without holding a thread: the number of threads bounds nothing here. */
    private final class Later implements TokenSource {
        @Override
        public CompletionStage<TokenSet> refresh(TokenSet current, TokenRequest request) {
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            refreshes.incrementAndGet();
            TokenSet renewed = TokenSet.of("at-of-" + current.refreshToken().orElseThrow())
                    .refreshToken("rt")
                    .expiresIn(Duration.ofMinutes(5))
                    .build();
            return CompletableFuture.supplyAsync(
                    () -> {
                        underWay.decrementAndGet();
                        return renewed;
                    },
                    CompletableFuture.delayedExecutor(1, TimeUnit.MILLISECONDS));
        }
    }

    private static CompletableFuture<Grant> call(TokenGates gates, int session) {
        return gates.of(key(session)).enter(() -> "ShopClient.orders").acquire().toCompletableFuture();
    }

    private static SessionKey key(int session) {
        return new SessionKey("user-" + session);
    }

    private static TokenSet expired(int session) {
        return TokenSet.of("at-" + session)
                .refreshToken("rt-" + session)
                .expiresIn(Duration.ZERO)
                .build();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "flight");
        thread.setDaemon(true);
        return thread;
    }
}
