package dev.tollgate.source;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads the header {@code Retry-After}, in seconds or as a date (RFC 9110 §10.2.3). */
public final class RetryAfter {

    private RetryAfter() {}

    /**
     * How long to wait; empty if {@code header} is missing or neither.
     *
     * @param date the header {@code Date} of the same answer: the clock of the server may be another one than ours
     * @param clock ours, where there is no such header
     */
    public static Optional<Duration> of(Optional<String> header, Optional<String> date, Clock clock) {
        return header.map(String::trim)
                .flatMap(value -> value.matches("\\d{1,9}")
                        ? Optional.of(Duration.ofSeconds(Long.parseLong(value)))
                        : until(value, date, clock));
    }

    private static Optional<Duration> until(String value, Optional<String> date, Clock clock) {
        Instant now = date.flatMap(RetryAfter::instant).orElseGet(clock::instant);
        return instant(value).map(then -> Duration.between(now, then)).filter(wait -> !wait.isNegative());
    }

    /** The moment that an HTTP date names (RFC 9110 §5.6.7); empty if it is none. */
    public static Optional<Instant> instant(String date) {
        try {
            return Optional.of(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
