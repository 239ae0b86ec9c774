package dev.tollgate.it.demo;

import java.util.Optional;

/**
 * What the demo can be told.
 *
 * @param seconds how long each shop is open
 * @param callers how many call at the same time
 */
record Options(int seconds, int callers) {

    static final String USAGE = "usage: Demo [--seconds 1..300] [--callers 1..500]";

    /** Empty if the arguments make no sense. */
    static Optional<Options> parse(String... arguments) {
        Options options = new Options(10, 32);
        if (arguments.length % 2 != 0) {
            return Optional.empty();
        }
        for (int i = 0; i < arguments.length; i += 2) {
            Optional<Options> next = options.with(arguments[i], arguments[i + 1]);
            if (next.isEmpty()) {
                return next;
            }
            options = next.get();
        }
        return Optional.of(options);
    }

    private Optional<Options> with(String name, String value) {
        if (!value.matches("[1-9]\\d{0,2}")) {
            return Optional.empty();
        }
        int number = Integer.parseInt(value);
        return switch (name) {
            case "--seconds" -> number <= 300 ? Optional.of(new Options(number, callers)) : Optional.empty();
            case "--callers" -> number <= 500 ? Optional.of(new Options(seconds, number)) : Optional.empty();
            default -> Optional.empty();
        };
    }
}
