package dev.tollgate.it.benchmark.report;

import java.util.Locale;

/**
 * Something that a measurement must show.
 *
 * @param what what it must show
 * @param measured what it showed
 * @param isCount whether it depends on no timing
 */
public record Check(String what, String measured, boolean isMet, boolean isCount) {

    /** Not one. */
    public static Check none(String what, long count) {
        return atMost(what, 0, count);
    }

    /** A count. */
    public static Check atMost(String what, long limit, long count) {
        return new Check(limit == 0 ? "no " + what : what + " ≤ " + limit, Long.toString(count), count <= limit, true);
    }

    /** A count, but one that grows where the machine is slow. */
    public static Check fewerWhereFast(String what, long limit, long count) {
        Check check = atMost(what, limit, count);
        return new Check(check.what, check.measured, check.isMet, false);
    }

    /** A figure that depends on timing. */
    public static Check atMost(String what, double limit, double value) {
        return new Check(what + " ≤ " + number(limit), number(value), value <= limit, false);
    }

    /** A figure that depends on timing. */
    public static Check atLeast(String what, double limit, double value) {
        return new Check(what + " ≥ " + number(limit), number(value), value >= limit, false);
    }

    /** For tables. */
    public static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%.0f" : "%.2f", value);
    }

    /** For tables. */
    public String verdict() {
        return isMet ? "yes" : "*missed*";
    }
}
