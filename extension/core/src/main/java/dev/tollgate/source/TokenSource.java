package dev.tollgate.source;

import dev.tollgate.token.TokenSet;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Where tokens come from. The gate calls it on threads of its own, so a method may block as well as return a stage that
 * completes later. It is not called again for a session before it has answered, unless the attempt has been given up at
 * its deadline, or somebody has signed in or out meanwhile.
 *
 * <p>It may sign in to its session on the way: that is part of what it was asked for, and its answer decides.
 *
 * <p>Failures: complete the stage with a {@link TokenFailure} or throw one. Anything else that is thrown by
 * {@link #refresh} counts as {@link TokenFailure.OutcomeUnknown}, since the request may have been sent; by
 * {@link #acquire}, as {@link TokenFailure.Transient}. A null counts as {@link TokenFailure.Configuration#unusableAnswer}.
 */
@FunctionalInterface
public interface TokenSource {

    /**
     * The refresh grant (RFC 6749 §6), called only where {@link #canRefresh} holds. The answer may leave out the refresh
     * token: the current one is then kept.
     *
     * @param current the tokens in use, perhaps expired or rejected
     */
    CompletionStage<TokenSet> refresh(TokenSet current, TokenRequest request);

    /** The first grant, without any tokens at hand; called only where {@link #canAcquire} holds. */
    default CompletionStage<TokenSet> acquire(TokenRequest request) {
        return CompletableFuture.failedFuture(new TokenFailure.Terminal("this source can only refresh"));
    }

    /** Whether {@link #acquire} can get tokens without anybody signing in. */
    default boolean canAcquire() {
        return false;
    }

    /**
     * Whether {@link #acquire} exchanges the token with which the caller came to this application (RFC 8693):
     * {@link Trigger#subjectToken()} has it then, and each such token has a session of its own. The same
     * answer each time.
     */
    default boolean needsSubjectToken() {
        return false;
    }

    /** Whether {@link #refresh} has what it needs. */
    default boolean canRefresh(TokenSet current) {
        return current.refreshToken().isPresent();
    }

    /**
     * Tells the server that {@code tokens} are no longer used (RFC 7009), now that somebody has signed out; called only
     * where {@link #canRevoke} holds. The session is over whatever becomes of this: a failure is reported, and not tried
     * again.
     */
    default CompletionStage<?> revoke(TokenSet tokens, Revocation revocation) {
        return CompletableFuture.completedFuture(null);
    }

    /** Whether {@link #revoke} does anything. */
    default boolean canRevoke() {
        return false;
    }

    /**
     * What calls of {@code client} carry of the tokens at hand: another access token, where the client interface has an
     * audience of its own. Asked for each call, so it must not block.
     *
     * @throws TokenFailure if there is none for it; the gate then refreshes, and if that does not help the caller gets this.
     *     A {@link TokenFailure.Configuration} is what no refresh helps against: the caller gets it at once
     */
    default TokenSet tokensFor(Class<?> client, TokenSet held) {
        return held;
    }

    /**
     * Where the tokens of {@code client} alone come from, if they are had for themselves: the realm then has a gate for
     * them, and calls of other clients neither wait nor fail with it. It must not share a refresh token with this source.
     * The same one for all clients that go by the same tokens; empty for those that go by the tokens of this source.
     */
    default Optional<TokenSource> sourceFor(Class<?> client) {
        return Optional.empty();
    }

    /**
     * What proves that the sender of an access token holds its key; asked for tokens whose {@link TokenSet#tokenType} is
     * {@code DPoP}. Empty if this source binds tokens to no key.
     */
    default Optional<ProofOfPossession> proofs() {
        return Optional.empty();
    }
}
