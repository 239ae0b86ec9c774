package dev.tollgate.rest.spi;

import dev.tollgate.token.TokenSet;
import java.util.concurrent.CompletionStage;

/** Says which tokens are not to be sent any more although they look good to the gate. Asked before each call that
 * carries a token; one refresh follows for all calls that say so of the same token. A new token is used without being
 * asked about, or one that always looks expired would be refreshed for ever. */
@FunctionalInterface
public interface ExpiryCheck {

    /** Whether {@code tokens} must be refreshed before {@code call} is sent. */
    boolean isExpired(TokenSet tokens, Call call);

    /** The same, answered later. */
    @FunctionalInterface
    interface Async {

        /** Whether {@code tokens} must be refreshed before {@code call} is sent. */
        CompletionStage<Boolean> isExpired(TokenSet tokens, Call call);
    }
}
