package dev.tollgate.rest.refresh;

import dev.tollgate.rest.answer.Answer;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.token.TokenSet;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** What the answer to a refresh call, or the lack of one, means for the session. The one place that decides it. */
public final class RefreshOutcome {

    private static final int MOST_CAUSES = 32;

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
        String what = call + " was answered with " + answer.status()
                + TokenAnswer.error(answer).map(error -> " " + error).orElse("");
        throw TokenAnswer.error(answer)
                .flatMap(error -> byError(error, answer, what, clock))
                .orElseGet(() -> byStatus(answer, what, clock));
    }

    private static Optional<TokenFailure> byError(String error, Answer answer, String what, Clock clock) {
        return switch (error) {
            case "invalid_grant" -> Optional.of(new TokenFailure.Terminal(what));
            case "temporarily_unavailable" ->
                Optional.of(new TokenFailure.Transient(what, null, retryAfter(answer, clock)));
            case "invalid_client",
                    "unauthorized_client",
                    "unsupported_grant_type",
                    "invalid_scope",
                    "invalid_request" -> Optional.of(new TokenFailure.Configuration(what));
            default -> Optional.empty();
        };
    }

    private static TokenFailure byStatus(Answer answer, String what, Clock clock) {
        return switch (answer.status()) {
            case 400, 401, 403 -> new TokenFailure.Terminal(what);
            case 408, 502, 504 -> new TokenFailure.OutcomeUnknown(what, null);
            case 429 -> new TokenFailure.Transient(what, null, retryAfter(answer, clock));
            default ->
                answer.status() >= 500
                        ? new TokenFailure.Transient(what, null, retryAfter(answer, clock))
                        : new TokenFailure.Configuration(what);
        };
    }

    /** {@code Retry-After} as seconds or as a date (RFC 9110 §10.2.3); null if it is missing or neither. */
    private static @Nullable Duration retryAfter(Answer answer, Clock clock) {
        return answer.header("Retry-After")
                .map(String::trim)
                .flatMap(value -> value.matches("\\d{1,9}")
                        ? Optional.of(Duration.ofSeconds(Long.parseLong(value)))
                        : until(value, answer, clock))
                .orElse(null);
    }

    /** By the clock of the server, which may be another one than ours. */
    private static Optional<Duration> until(String date, Answer answer, Clock clock) {
        Instant now = answer.header("Date").flatMap(RefreshOutcome::instant).orElseGet(clock::instant);
        return instant(date).map(then -> Duration.between(now, then)).filter(wait -> !wait.isNegative());
    }

    private static Optional<Instant> instant(String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * What it means that {@code call} ended with {@code thrown} and without an answer.
     *
     * @param secrets what {@code thrown} may show, but the failure must not
     */
    static TokenFailure withoutAnswer(Throwable thrown, String call, Collection<String> secrets) {
        for (Throwable cause : causes(thrown)) {
            if (cause instanceof TokenFailure failure) {
                return failure;
            }
            if (wasNotSent(cause)) {
                return TokenFailure.Transient.unsent(call + " did not reach the server", Wiped.of(thrown, secrets));
            }
        }
        return new TokenFailure.OutcomeUnknown(call + " got no usable answer", Wiped.of(thrown, secrets));
    }

    /** Bounded, because causes may go round in circles. */
    private static List<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .limit(MOST_CAUSES)
                .toList();
    }

    private static boolean wasNotSent(Throwable cause) {
        return cause instanceof ConnectException
                || cause instanceof UnknownHostException
                || cause instanceof NoRouteToHostException
                || cause instanceof SSLHandshakeException
                || cause.getClass().getSimpleName().endsWith("ConnectTimeoutException");
    }
}
