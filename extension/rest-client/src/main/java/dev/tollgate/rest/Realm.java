package dev.tollgate.rest;

import dev.tollgate.gate.GateStatus;
import dev.tollgate.source.SessionKey;
import dev.tollgate.token.TokenSet;
import java.util.Collection;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;

/**
 * A realm as the application sees it, from the session of whoever calls. Safe for use by many threads.
 *
 * <p>Where a realm tells users apart, each method throws a {@link SessionExpiredException} if it can not be told whose
 * session it is.
 */
public interface Realm {

    /** Its name. */
    String name();

    /** Whose session a call made now by this thread belongs to. */
    SessionKey session();

    /** This realm as {@code session} sees it: to sign somebody else out, or to work for them. */
    Realm session(SessionKey session);

    /**
     * What the gates of all sessions look like now. Shows no token. A session has more than one where tokens are acquired
     * for each audience by itself.
     */
    Collection<GateStatus> sessions();

    /**
     * Does {@code work}; the calls of the realm's clients that it makes, asynchronous ones included, belong to this
     * {@link #session()}.
     */
    <T> T call(Callable<T> work) throws Exception;

    /** What its gate looks like now. Shows no token. */
    GateStatus status();

    /**
     * Signs in with tokens from elsewhere. Inside a token source it is no new sign-in: what the source answers decides.
     *
     * @throws IllegalStateException if tokens are acquired for each audience by itself, so that these can not serve all
     */
    void signIn(TokenSet tokens);

    /** Forgets the tokens; calls that wait for one fail. */
    void signOut();

    /**
     * An access token to use outside of the realm's clients, fresh like theirs; this thread waits if need be.
     *
     * @throws TokenUnavailableException if none can be had at the moment
     * @throws SessionExpiredException if somebody has to sign in first
     */
    TokenSet tokens();

    /**
     * As {@link #tokens()}, but no thread waits. The stage ends with the tokens, a {@link TokenUnavailableException} or a
     * {@link SessionExpiredException}.
     */
    CompletionStage<TokenSet> tokensLater();

    /**
     * Refreshes now, or joins the refresh that is under way; for each audience that is in use. The stage ends with the new tokens, a
     * {@link TokenUnavailableException} or a {@link SessionExpiredException}.
     */
    CompletionStage<TokenSet> refresh();
}
