package dev.tollgate.gate;

import dev.tollgate.source.TokenFailure;
import dev.tollgate.source.TokenRequest;
import dev.tollgate.token.TokenSet;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/** One try to get tokens. The two kinds differ in what a lost answer means. */
sealed interface Attempt {

    TokenRequest request();

    /** From now on the source may be asked: whoever gives the try up can no longer know that nothing was sent. */
    default void begins() {}

    /** What it means that the try ended with something that its source did not classify. */
    TokenFailure unclassified(String what, Throwable cause);

    /** The answer, completed by what the server may leave out. */
    TokenSet complete(TokenSet answer);

    /** The failure of this try, whatever was thrown. */
    default TokenFailure failure(Throwable thrown) {
        if (thrown instanceof CompletionException || thrown instanceof ExecutionException) {
            Throwable cause = thrown.getCause();
            return cause == null ? unclassified(thrown.toString(), thrown) : failure(cause);
        }
        return thrown instanceof TokenFailure failure
                ? failure
                : unclassified(thrown.getClass().getSimpleName() + " in the token source", thrown);
    }

    /** The refresh grant: what was sent may have used up the refresh token. */
    record Refresh(TokenSet current, TokenRequest request, AtomicBoolean begun) implements Attempt {
        @Override
        public void begins() {
            begun.set(true);
        }

        @Override
        public TokenFailure unclassified(String what, Throwable cause) {
            return begun.get()
                    ? new TokenFailure.OutcomeUnknown(what, cause)
                    : TokenFailure.Transient.unsent(what + ", and nothing was sent", cause);
        }

        @Override
        public TokenSet complete(TokenSet answer) {
            return answer.over(current);
        }
    }

    /** The first grant: it can be asked for again. */
    record Acquire(TokenRequest request) implements Attempt {
        @Override
        public TokenFailure unclassified(String what, Throwable cause) {
            return new TokenFailure.Transient(what, cause);
        }

        @Override
        public TokenSet complete(TokenSet answer) {
            return answer;
        }
    }
}
