package dev.tollgate.gate;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long before their expiry the tokens of a realm are refreshed. The margin is never shorter than what refreshes have
 * lately taken, so that with steady traffic nobody waits for one; never so long that a token is replaced before half its
 * life is over; and never quite the same twice, so that neither sessions nor nodes refresh in step. Safe for use by many
 * threads.
 */
final class RefreshAhead {

    private static final Duration ASSUMED = Duration.ofSeconds(1);
    private static final int SPARE = 2; // half again as long as lately
    private static final int FORGETTING = 8;
    private static final int SPREAD = 5; // up to a fifth more

    private final Duration wished;
    private final DoubleSupplier random;
    private boolean seen;
    private long latelyTook = ASSUMED.toNanos();

    /**
     * @param wished the margin that long-lived tokens get; zero: refreshed only once they have expired
     * @param random numbers from 0 (inclusive) to 1
     */
    RefreshAhead(Duration wished, DoubleSupplier random) {
        this.wished = wished;
        this.random = random;
    }

    /** A refresh took so long. The longest one counts, and is forgotten little by little. */
    synchronized void took(long nanos) {
        boolean longest = nanos >= latelyTook;
        latelyTook = longest || !seen ? nanos : latelyTook - (latelyTook - nanos) / FORGETTING;
        seen = true;
    }

    /** The margin of a token with this life, of which only the {@code usable} part may be sent. */
    Duration margin(Duration life, Duration usable) {
        if (wished.isZero()) {
            return Duration.ZERO;
        }
        Duration atMost = life.dividedBy(2);
        Duration asWished = smaller(wished, life.dividedBy(4));
        Duration needed = needed().plus(life.minus(usable));
        Duration least = smaller(atMost, asWished.compareTo(needed) > 0 ? asWished : needed);
        Duration most = smaller(atMost, least.plus(least.dividedBy(SPREAD)));
        return least.plusNanos((long) (random.getAsDouble() * most.minus(least).toNanos()));
    }

    private synchronized Duration needed() {
        return Duration.ofNanos(latelyTook + latelyTook / SPARE);
    }

    private static Duration smaller(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
