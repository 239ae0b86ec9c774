package dev.tollgate.rest.refresh;

import dev.tollgate.rest.answer.Answer;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.token.TokenSet;

/** How the tokens are found in a successful answer to a login or refresh call. */
@FunctionalInterface
public interface TokenReading {

    /**
     * Looks for tokens in {@code answer}. May block.
     *
     * @param call who was answered, for messages
     * @throws TokenFailure.Configuration if there are some, but they cannot be used; the message does not repeat the answer
     */
    Result read(Answer answer, String call);

    /** What was found. */
    sealed interface Result {
        /** Tokens. */
        record Found(TokenSet tokens) implements Result {}

        /**
         * No tokens.
         *
         * @param why what the answer is instead, for messages: {@code is not a JSON object}
         */
        record Nothing(String why) implements Result {}
    }
}
