package dev.tollgate.source;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a lifetime, or the moment of its end, in any shape that means a number of seconds. */
final class Lifetime {

    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);
    private static final BigDecimal LONGEST = BigDecimal.valueOf(Integer.MAX_VALUE);

    /** More seconds than any token lives: they are counted from 1970. */
    private static final BigDecimal MOMENT = BigDecimal.valueOf(1_000_000_000);

    /** More seconds than there will be: they are milliseconds. */
    private static final BigDecimal MILLIS = BigDecimal.valueOf(100_000_000_000L);

    private static final int MOST_CHARACTERS = 64;
    private static final Pattern SECONDS = Pattern.compile("([+-]?[0-9.]+(?:[eE][+-]?[0-9]+)?)\\s*(?:s|sec|seconds)?");

    private Lifetime() {}

    /** {@code 3600}, {@code 3600.0}, {@code "3600"} or {@code "3600s"}; empty if it is anything else. */
    static Optional<Duration> seconds(@Nullable Object value) {
        return number(value).map(Lifetime::capped);
    }

    /**
     * How long it is from {@code now} to a moment: seconds or milliseconds since 1970, an ISO 8601 or an HTTP date; a small
     * number is how long it is; empty if it is no more than 0.
     */
    static Optional<Duration> until(@Nullable Object value, Instant now) {
        Optional<BigDecimal> number = number(value);
        if (number.isEmpty()) {
            return value instanceof String text
                    ? date(text.strip()).map(end -> capped(BigDecimal.valueOf(secondsBetween(now, end))))
                    : Optional.empty();
        }
        if (number.get().signum() <= 0) {
            return Optional.empty(); // there it means that it never ends
        }
        BigDecimal seconds = number.get().compareTo(MILLIS) >= 0 ? number.get().movePointLeft(3) : number.get();
        return Optional.of(capped(seconds.compareTo(MOMENT) >= 0 ? after(now, seconds) : seconds));
    }

    /** A nonsensical moment must not be reckoned with: it may have millions of digits. */
    private static BigDecimal after(Instant now, BigDecimal moment) {
        BigDecimal present = BigDecimal.valueOf(now.getEpochSecond());
        return moment.compareTo(present.add(LONGEST)) >= 0 ? LONGEST : moment.subtract(present);
    }

    private static long secondsBetween(Instant now, Instant end) {
        return end.getEpochSecond() - now.getEpochSecond();
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return RetryAfter.instant(text);
        }
    }

    private static Optional<BigDecimal> number(@Nullable Object value) {
        if (!(value instanceof Number) && !(value instanceof String)) {
            return Optional.empty();
        }
        if (value instanceof BigDecimal exact) {
            return Optional.of(exact);
        }
        if (value instanceof Double floating && floating.isInfinite()) {
            return Optional.of(floating > 0 ? LONGEST : LONGEST.negate());
        }
        String text = value.toString().strip();
        Matcher written = SECONDS.matcher(text);
        return text.length() <= MOST_CHARACTERS && written.matches() ? decimal(written.group(1)) : Optional.empty();
    }

    private static Optional<BigDecimal> decimal(String text) {
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Duration capped(BigDecimal seconds) {
        return Duration.ofNanos(
                seconds.max(LONGEST.negate()).min(LONGEST).multiply(NANOS).longValue());
    }
}
