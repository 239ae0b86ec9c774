package dev.tollgate.it.tck.deployed;

import dev.tollgate.it.tck.Tally;
import dev.tollgate.source.TokenRequest;
import dev.tollgate.source.TokenSource;
import dev.tollgate.token.TokenSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Gives another token whenever it is asked. */
@ApplicationScoped
public class AnyToken implements TokenSource {

    @Override
    public CompletionStage<TokenSet> refresh(TokenSet current, TokenRequest request) {
        return next(request);
    }

    @Override
    public CompletionStage<TokenSet> acquire(TokenRequest request) {
        return next(request);
    }

    @Override
    public boolean canAcquire() {
        return true;
    }

    private static CompletionStage<TokenSet> next(TokenRequest request) {
        String token = Tally.OF_THIS_RUN.issue(request.reason().name());
        return CompletableFuture.completedFuture(TokenSet.of(token)
                .refreshToken("after-" + token)
                .expiresIn(Duration.ofHours(1))
                .build());
    }
}
