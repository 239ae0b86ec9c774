package dev.tollgate.gate;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** How long to leave the server alone after failures: doubling, bounded, and spread so that nodes do not march in step. */
final class BackOff {

    /** Nobody mends a wrong client secret within seconds. */
    static final Duration AFTER_CONFIGURATION_FAILURE = Duration.ofSeconds(30);

    private static final int MAX_DOUBLINGS = 20;

    private final Duration first;
    private final Duration longest;
    private final DoubleSupplier random;

    /** @param random numbers from 0 (inclusive) to 1 */
    BackOff(Duration first, Duration longest, DoubleSupplier random) {
        this.first = first;
        this.longest = longest;
        this.random = random;
    }

    /** The pause after so many failures in a row: between half and the whole of the doubled pause. */
    Duration after(int failures) {
        long doublings = 1L << Math.min(failures - 1, MAX_DOUBLINGS);
        long whole = Math.min(longest.toNanos(), saturatedMultiply(first.toNanos(), doublings));
        return Duration.ofNanos((long) (whole * (0.5 + random.getAsDouble() / 2)));
    }

    private static long saturatedMultiply(long a, long b) {
        return a > Long.MAX_VALUE / b ? Long.MAX_VALUE : a * b;
    }
}
