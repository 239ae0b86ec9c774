package dev.tollgate.it.races;

import dev.tollgate.source.TokenFailure;
import dev.tollgate.source.TokenRequest;
import dev.tollgate.source.TokenSource;
import dev.tollgate.token.TokenSet;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A token source that answers when an actor says so: {@code at-2}, {@code at-3} and so on. */
final class HandSource implements TokenSource {

    private static final Duration LIFE = Duration.ofMinutes(5);

    private final Queue<CompletableFuture<TokenSet>> open = new ConcurrentLinkedQueue<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger answers = new AtomicInteger(1);
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final boolean acquires;

    HandSource(boolean acquires) {
        this.acquires = acquires;
    }

    @Override
    public CompletionStage<TokenSet> refresh(TokenSet current, TokenRequest request) {
        return acquire(request);
    }

    @Override
    public CompletionStage<TokenSet> acquire(TokenRequest request) {
        requests.incrementAndGet();
        mostAtOnce.accumulateAndGet(underWay.incrementAndGet(), Math::max);
        CompletableFuture<TokenSet> answer = new CompletableFuture<>();
        open.add(answer);
        return answer;
    }

    @Override
    public boolean canAcquire() {
        return acquires;
    }

    /** How often it was asked. */
    int requests() {
        return requests.get();
    }

    /** How many questions were open at once. */
    int mostAtOnce() {
        return mostAtOnce.get();
    }

    /** Answers the question that has been open for longest; false if there is none. */
    boolean answer() {
        CompletableFuture<TokenSet> answer = next();
        return answer != null && answer.complete(fresh("at-" + answers.incrementAndGet()));
    }

    /** Fails the question that has been open for longest; false if there is none. */
    boolean fail(TokenFailure failure) {
        CompletableFuture<TokenSet> answer = next();
        return answer != null && answer.completeExceptionally(failure);
    }

    private @Nullable CompletableFuture<TokenSet> next() {
        CompletableFuture<TokenSet> answer = open.poll();
        if (answer != null) {
            underWay.decrementAndGet();
        }
        return answer;
    }

    static TokenSet fresh(String accessToken) {
        return tokens(accessToken, LIFE);
    }

    static TokenSet expired(String accessToken) {
        return tokens(accessToken, Duration.ZERO);
    }

    private static TokenSet tokens(String accessToken, Duration life) {
        return TokenSet.of(accessToken)
                .refreshToken("rt-of-" + accessToken)
                .expiresIn(life)
                .build();
    }
}
