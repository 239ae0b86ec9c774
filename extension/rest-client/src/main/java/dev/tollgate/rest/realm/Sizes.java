package dev.tollgate.rest.realm;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads sizes as people write them: {@code 65536}, {@code 64k}, {@code 1m}. */
final class Sizes {

    static final String RULE = "must be a number of bytes such as 65536, 64k or 1m, at most 1024m";

    private static final Pattern SIZE = Pattern.compile("(\\d{1,10})\\s*([km]?)");
    private static final long LARGEST = 1L << 30;

    private Sizes() {}

    /** Empty if {@code text} is no size, or one that is too large. */
    static Optional<Long> parse(String text) {
        Matcher written = SIZE.matcher(text.trim().toLowerCase(Locale.ROOT));
        if (!written.matches()) {
            return Optional.empty();
        }
        long unit =
                switch (written.group(2)) {
                    case "k" -> 1L << 10;
                    case "m" -> 1L << 20;
                    default -> 1L;
                };
        return Optional.of(Long.parseLong(written.group(1)) * unit).filter(size -> size <= LARGEST);
    }
}
