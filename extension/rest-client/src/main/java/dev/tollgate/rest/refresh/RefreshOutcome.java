package dev.tollgate.rest.refresh;

import dev.tollgate.rest.answer.Answer;
import dev.tollgate.source.OAuthError;
import dev.tollgate.source.Refusal;
import dev.tollgate.source.RefusalRule;
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
    private final RefusalRule rule;

    /**
     * @param reading how tokens are found in a successful answer
     * @param rule what it means that there are none
     */
    public RefreshOutcome(TokenReading reading, RefusalRule rule) {
        this.reading = reading;
        this.rule = rule;
    }

    /**
     * The tokens of {@code answer}.
     *
     * @param secrets what the server may repeat, but the failure must not show
     * @throws TokenFailure of the kind that the OAuth error and the status tell (RFC 6749 §5.2)
     */
    public TokenSet of(Answer answer, String call, Clock clock, Collection<String> secrets) {
        if (!answer.isSuccess()) {
            throw refused(answer, call, clock, secrets);
        }
        TokenReading.Result result = read(answer, call);
        if (result instanceof TokenReading.Result.Found found) {
            return found.tokens();
        }
        throw TokenAnswer.error(answer).isPresent()
                ? refused(answer, call, clock, secrets)
                : TokenAnswer.unusable(call, ((TokenReading.Result.Nothing) result).why());
    }

    /** An answer that names an error need not look as its reader expects of one with tokens. */
    private TokenReading.Result read(Answer answer, String call) {
        try {
            return reading.read(answer, call);
        } catch (TokenFailure.Configuration e) {
            if (TokenAnswer.error(answer).isPresent()) {
                return new TokenReading.Result.Nothing(String.valueOf(e.getMessage()));
            }
            throw e;
        }
    }

    /**
     * What it means that {@code call}, a method of the application, ended with {@code thrown}: what that does not tell is
     * unknown, for the refresh token may have been sent.
     *
     * @param secrets what {@code thrown} may show, but the failure must not
     */
    public TokenFailure failure(Throwable thrown, String call, Collection<String> secrets) {
        return AnswerInside.of(thrown)
                .map(answer -> refused(answer, call, Clock.systemUTC(), secrets))
                .or(() -> AnotherSession.failure(thrown, true, call, secrets))
                .orElseGet(() -> withoutAnswer(thrown, call, secrets));
    }

    /** What it means that {@code call} was refused with {@code answer}. */
    private TokenFailure refused(Answer answer, String call, Clock clock, Collection<String> secrets) {
        Optional<OAuthError> error = TokenAnswer.error(answer);
        Refusal refusal = new Refusal(
                answer.status(), error, RetryAfter.of(answer.header("Retry-After"), answer.header("Date"), clock));
        return rule.failure(refusal, call, secrets);
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
