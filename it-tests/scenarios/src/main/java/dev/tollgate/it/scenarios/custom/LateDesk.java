package dev.tollgate.it.scenarios.custom;

import dev.tollgate.rest.RefreshToken;
import dev.tollgate.rest.TokenRealm;
import dev.tollgate.token.TokenSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** Refreshes the realm later, when the scenario says so. */
@ApplicationScoped
@TokenRealm("late-desk")
public class LateDesk extends OpeningDesk {

    public static final AtomicInteger CALLS = new AtomicInteger();

    private static volatile CompletableFuture<TokenSet> answer = new CompletableFuture<>();

    public static CompletableFuture<TokenSet> expectCall() {
        CALLS.set(0);
        answer = new CompletableFuture<>();
        return answer;
    }

    @Override
    @RefreshToken
    public CompletionStage<TokenSet> renew(String refreshToken) {
        CALLS.incrementAndGet();
        return answer;
    }
}
