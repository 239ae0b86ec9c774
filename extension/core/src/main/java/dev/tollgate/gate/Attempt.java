package dev.tollgate.gate;

import dev.tollgate.source.TokenFailure;
import dev.tollgate.source.TokenRequest;
import dev.tollgate.token.TokenSet;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * One try to get tokens. Whether it is a refresh grant or a first one is known when it begins; the two differ in what a
 * lost answer means.
 */
final class Attempt {

    private final TokenRequest request;
    private final OpenRequests.Errand errand;
    private volatile @Nullable TokenSet refreshed;

    Attempt(TokenRequest request, OpenRequests.Errand errand) {
        this.request = request;
        this.errand = errand;
    }

    TokenRequest request() {
        return request;
    }

    /**
     * From now on the source may be asked, and a try that is given up can no longer be known as unsent.
     *
     * @param current the tokens to refresh; empty for a first grant
     * @return false if the source must not be asked any more
     */
    boolean begin(Optional<TokenSet> current) {
        refreshed = current.orElse(null);
        return errand.begin();
    }

    /** Its outcome has reached the gate. */
    void end() {
        errand.end();
    }

    /** Whether it is a refresh grant: what was sent may have used up the refresh token. */
    boolean isRefresh() {
        return refreshed != null;
    }

    /** The answer, completed by what the server may leave out. */
    TokenSet complete(TokenSet answer) {
        TokenSet before = refreshed;
        return before == null ? answer : answer.over(before);
    }

    /** The failure of this try, whatever was thrown. */
    TokenFailure failure(Throwable thrown) {
        if (thrown instanceof CompletionException || thrown instanceof ExecutionException) {
            Throwable cause = thrown.getCause();
            return cause == null ? unclassified(thrown.toString(), thrown) : failure(cause);
        }
        return thrown instanceof TokenFailure failure
                ? failure
                : unclassified(thrown.getClass().getSimpleName() + " in the token source", thrown);
    }

    /** What it means that the try ended with something that its source did not classify. */
    TokenFailure unclassified(String what, Throwable cause) {
        if (!errand.hasBegun()) {
            return TokenFailure.Transient.unsent(what + ", and nothing was sent", cause);
        }
        return isRefresh() ? new TokenFailure.OutcomeUnknown(what, cause) : new TokenFailure.Transient(what, cause);
    }

    /** Without the tokens. */
    @Override
    public String toString() {
        return "Attempt[" + request + "]";
    }
}
