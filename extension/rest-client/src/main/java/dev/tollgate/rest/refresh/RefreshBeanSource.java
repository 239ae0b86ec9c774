package dev.tollgate.rest.refresh;

import dev.tollgate.source.TokenRequest;
import dev.tollgate.source.TokenSource;
import dev.tollgate.token.TokenSet;
import java.util.concurrent.CompletionStage;

/** Gets tokens by calling the {@code @RefreshToken} method of a bean of the application. */
public final class RefreshBeanSource implements TokenSource {

    private final RefreshBean bean;

    public RefreshBeanSource(RefreshBean bean) {
        this.bean = bean;
    }

    @Override
    public CompletionStage<TokenSet> refresh(TokenSet current, TokenRequest request) {
        return bean.call(current, request);
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
