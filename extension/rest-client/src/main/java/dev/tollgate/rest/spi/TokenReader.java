package dev.tollgate.rest.spi;

import dev.tollgate.token.TokenSet;
import java.util.concurrent.CompletionStage;

/** Reads the tokens of a successful answer to a login or refresh call of the realm, where they can not be found by name
 * or JSON Pointer. */
@FunctionalInterface
public interface TokenReader {

    /** The tokens in {@code answer}.
     *
     * @throws RuntimeException if there are none; the message is shown, so it must not repeat the answer
     */
    TokenSet read(ServerAnswer answer);

    /** The same, answered later. */
    @FunctionalInterface
    interface Async {

        /** The tokens in {@code answer}.
         *
         * @throws RuntimeException if there are none; the message is shown, so it must not repeat the answer
         */
        CompletionStage<TokenSet> read(ServerAnswer answer);
    }
}
