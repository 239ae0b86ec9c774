package dev.tollgate.rest.refresh;

import dev.tollgate.source.TokenRequest;
import dev.tollgate.source.TokenSource;
import dev.tollgate.token.TokenSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Gets tokens by calling the {@code @RefreshToken} method of a bean of the application. */
public final class RefreshBeanSource implements TokenSource {

    private final RefreshBean bean;
    private final RefreshOutcome outcome;

    /** @param outcome what the answer of a server means */
    public RefreshBeanSource(RefreshBean bean, RefreshOutcome outcome) {
        this.bean = bean;
        this.outcome = outcome;
    }

    @Override
    public CompletionStage<TokenSet> refresh(TokenSet current, TokenRequest request) {
        return bean.call(current, request)
                .exceptionallyCompose(thrown ->
                        CompletableFuture.failedFuture(outcome.failure(thrown, bean.describe(), current.secrets())));
    }

    @Override
    public CompletionStage<TokenSet> acquire(TokenRequest request) {
        return bean.call(null, request);
    }

    @Override
    public boolean canAcquire() {
        return bean.canAcquire();
    }

    @Override
    public boolean canRefresh(TokenSet current) {
        return bean.canRefresh(current);
    }
}
