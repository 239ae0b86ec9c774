package dev.tollgate.rest.realm;

import dev.tollgate.source.TokenFailure;
import dev.tollgate.source.TokenRequest;
import dev.tollgate.source.TokenSource;
import dev.tollgate.token.TokenSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The source of a realm whose tokens come from its login alone. */
final class NothingToRefreshWith implements TokenSource {

    @Override
    public CompletionStage<TokenSet> refresh(TokenSet current, TokenRequest request) {
        return CompletableFuture.failedFuture(new TokenFailure.Terminal("this realm has no refresh method"));
    }

    @Override
    public boolean canRefresh(TokenSet current) {
        return false;
    }
}
