package dev.tollgate.rest.refresh;

import dev.tollgate.rest.answer.Answer;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.token.TokenSet;

/** How the tokens are found in a successful answer to a login or refresh call. */
@FunctionalInterface
public interface TokenReading {

    /**
     * The tokens of {@code answer}. May block.
     *
     * @param call who was answered, for messages
     * @throws TokenFailure.Configuration if there are none; the message does not repeat the answer
     */
    TokenSet read(Answer answer, String call);
}
