package dev.tollgate.gate;

import dev.tollgate.source.TokenRequest;
import dev.tollgate.source.TokenSource;
import dev.tollgate.token.TokenSet;
import java.time.Duration;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An authorization server that rotates strictly and fails at random, without ever leaving an outcome unknown. It writes
 * down whatever a gate does to it that it must not do. Its tokens are named {@code <kind>-<session>-<number>}.
 */
final class RotatingServer implements TokenSource {

    final Queue<String> violations = new ConcurrentLinkedQueue<>();
    final AtomicInteger refreshes = new AtomicInteger();
    volatile boolean healthy;
    private final Set<String> usedUp = ConcurrentHashMap.newKeySet();
    private final Set<Long> sessionsBeingServed = ConcurrentHashMap.newKeySet();
    private final Random random;

    RotatingServer(long seed) {
        random = new Random(seed);
    }

    @Override
    public CompletionStage<TokenSet> refresh(TokenSet current, TokenRequest request) {
        String refreshToken = current.refreshToken().orElseThrow();
        long session = session(refreshToken);
        if (!sessionsBeingServed.add(session)) {
            violations.add("two calls at once with " + refreshToken);
        }
        if (usedUp.contains(refreshToken)) {
            violations.add("sent again: " + refreshToken);
        }
        int kind = random.nextInt(10);
        if (kind < 4) {
            return answer(refreshToken, session, kind);
        }
        return CompletableFuture.supplyAsync(
                        () -> answer(refreshToken, session, kind),
                        CompletableFuture.delayedExecutor(random.nextInt(2_000), TimeUnit.MICROSECONDS))
                .thenCompose(answer -> answer);
    }

    private CompletionStage<TokenSet> answer(String refreshToken, long session, int kind) {
        boolean fails = !healthy && kind % 4 == 3;
        if (!fails && !usedUp.add(refreshToken)) {
            violations.add("used twice: " + refreshToken);
        }
        sessionsBeingServed.remove(session);
        return fails
                ? CompletableFuture.failedFuture(ScriptedSource.unavailable())
                : CompletableFuture.completedFuture(tokens(session, refreshes.incrementAndGet(), random.nextInt(8)));
    }

    static TokenSet tokens(long session, int number, int lifeMillis) {
        return TokenSet.of("at-" + session + "-" + number)
                .refreshToken("rt-" + session + "-" + number)
                .expiresIn(Duration.ofMillis(lifeMillis))
                .build();
    }

    static long session(String token) {
        return Long.parseLong(token.split("-", -1)[1]);
    }
}
