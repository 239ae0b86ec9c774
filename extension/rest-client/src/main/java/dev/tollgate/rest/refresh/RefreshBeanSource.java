package dev.tollgate.rest.refresh;

import dev.tollgate.source.TokenFailure;
import dev.tollgate.source.TokenRequest;
import dev.tollgate.source.TokenSource;
import dev.tollgate.source.Wiped;
import dev.tollgate.token.TokenSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** Gets tokens by calling the {@code @RefreshToken} method of a bean of the application. */
public final class RefreshBeanSource implements TokenSource {

    private final RefreshBean bean;

    public RefreshBeanSource(RefreshBean bean) {
        this.bean = bean;
    }

    @Override
    public CompletionStage<TokenSet> refresh(TokenSet current, TokenRequest request) {
        return bean.call(current, request)
                .exceptionallyCompose(thrown -> CompletableFuture.failedFuture(withoutSecrets(thrown, current)));
    }

    /** A failure that tells its kind is the application's own word; anything else may come from below. */
    private static Throwable withoutSecrets(Throwable thrown, TokenSet sent) {
        boolean tellsItsKind = thrown instanceof TokenFailure || thrown.getCause() instanceof TokenFailure;
        List<String> secrets = Stream.concat(Stream.of(sent.accessToken()), sent.refreshToken().stream())
                .toList();
        return tellsItsKind ? thrown : Wiped.of(thrown, secrets);
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
