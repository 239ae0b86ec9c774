package dev.tollgate.rest.call;

import dev.tollgate.token.TokenSet;
import jakarta.ws.rs.client.ClientRequestContext;
import java.util.concurrent.CompletionStage;

/** Where the token of one call is put. */
interface Assignment {

    /** Whether the caller has put something of its own there. */
    boolean isTakenByTheCaller(ClientRequestContext request);

    /** Puts it there, in place of what was put before. */
    CompletionStage<?> put(TokenSet tokens, ClientRequestContext request);

    /** Whether it can be put there at once, when nobody can wait for it any more. */
    boolean canBeLate();

    /** Whether a secret was put on the request: it stays one, wherever a filter of the application has moved it. */
    boolean hasPut();

    /** Whether exactly what was put is what was sent: a filter of the application may have replaced it. */
    boolean isStillOn(ClientRequestContext request);
}
