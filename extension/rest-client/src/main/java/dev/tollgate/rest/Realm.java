package dev.tollgate.rest;

import dev.tollgate.gate.GateStatus;
import dev.tollgate.token.TokenSet;
import java.util.concurrent.CompletionStage;

/** A realm as the application sees it. Safe for use by many threads. */
public interface Realm {

    /** Its name. */
    String name();

    /** What its gate looks like now. Shows no token. */
    GateStatus status();

    /** Signs in with tokens from elsewhere. */
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
     * Refreshes now, or joins the refresh that is under way. The stage ends with the new tokens, a
     * {@link TokenUnavailableException} or a {@link SessionExpiredException}.
     */
    CompletionStage<TokenSet> refresh();
}
