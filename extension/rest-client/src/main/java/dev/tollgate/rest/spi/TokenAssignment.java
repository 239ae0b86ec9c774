package dev.tollgate.rest.spi;

import dev.tollgate.token.TokenSet;
import jakarta.ws.rs.client.ClientRequestContext;
import java.util.concurrent.CompletionStage;

/** Puts the token on a request, instead of {@code Authorization: Bearer}: in another header, with another scheme, in a
 * cookie. Run again for a replay, so it has to set, not to add. */
@FunctionalInterface
public interface TokenAssignment {

    /** Puts {@code tokens} on {@code request}. */
    void assign(TokenSet tokens, ClientRequestContext request);

    /** The same; the call is sent when the stage has ended. */
    @FunctionalInterface
    interface Async {

        /** Puts {@code tokens} on {@code request}. */
        CompletionStage<?> assign(TokenSet tokens, ClientRequestContext request);
    }
}
