package dev.tollgate.it.races;

import dev.tollgate.source.TokenFailure;
import dev.tollgate.source.TokenRequest;
import dev.tollgate.source.TokenSource;
import dev.tollgate.token.TokenSet;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** An authorization server that answers at once: with fresh tokens, or that the grant is dead. */
final class ModelServer implements TokenSource {

    private static final Duration LIFE = Duration.ofHours(1);

    private volatile boolean refuses;

    void refuse() {
        refuses = true;
    }

    @Override
    public CompletionStage<TokenSet> refresh(TokenSet current, TokenRequest request) {
        return refuses
                ? CompletableFuture.failedFuture(new TokenFailure.Terminal("invalid_grant"))
                : CompletableFuture.completedFuture(tokens(sessionOf(current), true));
    }

    /** Tokens that are named after their session. */
    static TokenSet tokens(int session, boolean fresh) {
        return TokenSet.of("at-" + session)
                .refreshToken("rt-" + session)
                .expiresIn(fresh ? LIFE : Duration.ZERO)
                .build();
    }

    static int sessionOf(TokenSet tokens) {
        return Integer.parseInt(tokens.accessToken().substring("at-".length()));
    }
}
