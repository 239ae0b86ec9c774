package dev.tollgate.rest.realm;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads durations as people write them: {@code 500ms}, {@code 10s}, {@code 2m}, {@code 1h}, or ISO 8601 {@code PT10S}. */
final class Durations {

    static final String RULE = "must be a duration such as 500ms, 10s, 2m, 1h or PT10S, at most ten years";

    /** Longer ones would overflow when they are counted in nanoseconds. */
    static final Duration LONGEST = Duration.ofDays(3650);

    private static final Pattern SHORT = Pattern.compile("(\\d{1,12})\\s*(ms|s|m|h)");
    private static final Map<String, Duration> UNITS = Map.of(
            "ms",
            Duration.ofMillis(1),
            "s",
            Duration.ofSeconds(1),
            "m",
            Duration.ofMinutes(1),
            "h",
            Duration.ofHours(1));

    private Durations() {}

    /** Empty if {@code text} is no duration. */
    static Optional<Duration> parse(String text) {
        String trimmed = text.trim().toLowerCase(Locale.ROOT);
        Matcher written = SHORT.matcher(trimmed);
        if (written.matches()) {
            return Optional.ofNullable(UNITS.get(written.group(2)))
                    .map(unit -> unit.multipliedBy(Long.parseLong(written.group(1))));
        }
        try {
            return Optional.of(Duration.parse(trimmed));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
