package dev.tollgate.rest.realm;

import dev.tollgate.source.ProofOfPossession;
import dev.tollgate.source.Revocation;
import dev.tollgate.source.SessionKey;
import dev.tollgate.source.TokenRequest;
import dev.tollgate.source.TokenSource;
import dev.tollgate.token.TokenSet;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Prepares a thread of the gate for the application's code: with a fresh request context, and for the session whose tokens
 * are wanted.
 */
final class FlightContext implements TokenSource {

    private final TokenSource source;

    FlightContext(TokenSource source) {
        this.source = source;
    }

    @Override
    public CompletionStage<TokenSet> refresh(TokenSet current, TokenRequest request) {
        return prepared(request.realm(), request.session(), () -> source.refresh(current, request));
    }

    @Override
    public CompletionStage<TokenSet> acquire(TokenRequest request) {
        return prepared(request.realm(), request.session(), () -> source.acquire(request));
    }

    @Override
    public boolean canAcquire() {
        return source.canAcquire();
    }

    @Override
    public boolean needsSubjectToken() {
        return source.needsSubjectToken();
    }

    @Override
    public boolean canRefresh(TokenSet current) {
        return source.canRefresh(current);
    }

    @Override
    public CompletionStage<?> revoke(TokenSet tokens, Revocation revocation) {
        return FlightContext.<CompletionStage<?>>prepared(
                revocation.realm(), revocation.session(), () -> source.revoke(tokens, revocation));
    }

    @Override
    public boolean canRevoke() {
        return source.canRevoke();
    }

    @Override
    public TokenSet tokensFor(Class<?> client, TokenSet held) {
        return source.tokensFor(client, held);
    }

    @Override
    public Optional<TokenSource> sourceFor(Class<?> client) {
        return source.sourceFor(client);
    }

    @Override
    public Optional<ProofOfPossession> proofs() {
        return source.proofs();
    }

    private static <T> T prepared(String realm, SessionKey session, Supplier<T> work) {
        RequestContextController context =
                CDI.current().select(RequestContextController.class).get();
        boolean activated = context.activate();
        CallContext call = CallContext.current().in(realm, Owner.of(session));
        try (CallContext.Restore ignored = call.enter()) {
            return work.get();
        } finally {
            if (activated) {
                context.deactivate();
            }
        }
    }
}
