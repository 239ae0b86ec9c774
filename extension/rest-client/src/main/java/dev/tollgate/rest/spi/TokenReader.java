package dev.tollgate.rest.spi;

import dev.tollgate.token.TokenSet;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tokens of a successful answer to a login or refresh call of the realm, where they can not be found by name or
 * JSON Pointer.
 */
@FunctionalInterface
public interface TokenReader {

    /**
     * The tokens in {@code answer}; null if it has none, such as the answer to a login that wants a second factor: then
     * nobody is signed in, and the answer reaches its caller.
     *
     * @throws RuntimeException if there are some, but they cannot be used; the message is shown, so it must not repeat the
     *     answer
     */
    @Nullable
    TokenSet read(ServerAnswer answer);

    /** The same, answered later. */
    @FunctionalInterface
    interface Async {

        /**
         * The tokens in {@code answer}; null if it has none, such as the answer to a login that wants a second factor: then
         * nobody is signed in, and the answer reaches its caller.
         *
         * @throws RuntimeException if there are some, but they cannot be used; the message is shown, so it must not repeat
         *     the answer
         */
        CompletionStage<@Nullable TokenSet> read(ServerAnswer answer);
    }
}
