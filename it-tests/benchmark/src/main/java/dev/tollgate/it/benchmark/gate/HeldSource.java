package dev.tollgate.it.benchmark.gate;

import dev.tollgate.source.TokenRequest;
import dev.tollgate.source.TokenSource;
import dev.tollgate.token.TokenSet;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A token source that answers when it is told to. */
final class HeldSource implements TokenSource {

    private final CompletableFuture<TokenSet> answer = new CompletableFuture<>();

    @Override
    public CompletionStage<TokenSet> refresh(TokenSet current, TokenRequest request) {
        return answer;
    }

    void answer() {
        answer.complete(tokens(Duration.ofHours(1)));
    }

    static TokenSet tokens(Duration life) {
        return TokenSet.of("an-access-token")
                .refreshToken("a-refresh-token")
                .expiresIn(life)
                .build();
    }
}
