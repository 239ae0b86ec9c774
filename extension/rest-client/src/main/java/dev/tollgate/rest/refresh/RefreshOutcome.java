package dev.tollgate.rest.refresh;

import dev.tollgate.rest.answer.Answer;
import dev.tollgate.source.Refusal;
import dev.tollgate.source.RetryAfter;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.source.WithoutAnswer;
import dev.tollgate.token.TokenSet;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;

/** What the answer to a refresh call, or the lack of one, means for the session. */
public final class RefreshOutcome {

    private final TokenReading reading;

    /** @param reading how tokens are found in a successful answer */
    public RefreshOutcome(TokenReading reading) {
        this.reading = reading;
    }

    /**
     * The tokens of {@code answer}.
     *
     * @throws TokenFailure of the kind that the status and the OAuth error tell (RFC 6749 §5.2)
     */
    public TokenSet of(Answer answer, String call, Clock clock) {
        if (answer.isSuccess()) {
            return reading.read(answer, call);
        }
        Optional<String> error = TokenAnswer.error(answer);
        Refusal refusal = new Refusal(
                answer.status(), error, RetryAfter.of(answer.header("Retry-After"), answer.header("Date"), clock));
        throw refusal.as(call + " was answered with " + answer.status()
                + error.map(code -> " " + code).orElse(""));
    }

    /**
     * What it means that {@code call} ended with {@code thrown} and without an answer.
     *
     * @param secrets what {@code thrown} may show, but the failure must not
     */
    static TokenFailure withoutAnswer(Throwable thrown, String call, Collection<String> secrets) {
        return WithoutAnswer.of(thrown, call, secrets);
    }
}
