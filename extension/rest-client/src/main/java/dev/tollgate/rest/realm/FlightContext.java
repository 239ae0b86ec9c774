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
import org.jspecify.annotations.Nullable;

/**
 * Prepares a thread of the gate for the application's code: with a fresh request context, and for the session whose tokens
 * are wanted.
 */
final class FlightContext implements TokenSource {

    private final TokenSource source;
    private final @Nullable ClassLoader deployment = Thread.currentThread().getContextClassLoader();

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
        return inContext(source::canAcquire);
    }

    @Override
    public boolean needsSubjectToken() {
        return inContext(source::needsSubjectToken);
    }

    @Override
    public boolean canRefresh(TokenSet current) {
        return inContext(() -> source.canRefresh(current));
    }

    @Override
    public CompletionStage<?> revoke(TokenSet tokens, Revocation revocation) {
        return this.<CompletionStage<?>>prepared(
                revocation.realm(), revocation.session(), () -> source.revoke(tokens, revocation));
    }

    @Override
    public boolean canRevoke() {
        return inContext(source::canRevoke);
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

    private <T> T prepared(String realm, SessionKey session, Supplier<T> work) {
        return inContext(
                () -> CallContext.current().in(realm, Owner.of(session)).get(work));
    }

    /** A timer or a caller may ask, from wherever it comes. */
    private <T> T inContext(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(deployment);
        try {
            return inRequestContext(work);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static <T> T inRequestContext(Supplier<T> work) {
        RequestContextController context =
                CDI.current().select(RequestContextController.class).get();
        boolean activated = context.activate();
        try {
            return work.get();
        } finally {
            if (activated) {
                context.deactivate();
            }
        }
    }
}
