package dev.tollgate.rest.realm;

import dev.tollgate.source.ProofOfPossession;
import dev.tollgate.source.Revocation;
import dev.tollgate.source.TokenRequest;
import dev.tollgate.source.TokenSource;
import dev.tollgate.token.TokenSet;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The application's token source. */
final class LateSource implements TokenSource {

    private final LateBean<TokenSource> bean;

    LateSource(LateBean<TokenSource> bean) {
        this.bean = bean;
    }

    @Override
    public CompletionStage<TokenSet> refresh(TokenSet current, TokenRequest request) {
        return bean.get().refresh(current, request);
    }

    @Override
    public CompletionStage<TokenSet> acquire(TokenRequest request) {
        return bean.get().acquire(request);
    }

    @Override
    public boolean canAcquire() {
        return bean.get().canAcquire();
    }

    @Override
    public boolean needsSubjectToken() {
        return bean.get().needsSubjectToken();
    }

    @Override
    public boolean canRefresh(TokenSet current) {
        return bean.get().canRefresh(current);
    }

    @Override
    public CompletionStage<?> revoke(TokenSet tokens, Revocation revocation) {
        return bean.get().revoke(tokens, revocation);
    }

    @Override
    public boolean canRevoke() {
        return bean.get().canRevoke();
    }

    @Override
    public TokenSet tokensFor(Class<?> client, TokenSet held) {
        return bean.get().tokensFor(client, held);
    }

    @Override
    public Optional<TokenSource> sourceFor(Class<?> client) {
        return bean.get().sourceFor(client);
    }

    @Override
    public Optional<ProofOfPossession> proofs() {
        return bean.get().proofs();
    }
}
