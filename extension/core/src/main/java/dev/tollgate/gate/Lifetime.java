package dev.tollgate.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a token is to be refreshed and when it is no longer to be sent, on the monotonic clock from its arrival.
 *
 * @param refreshAt from then on it is to be refreshed
 * @param lastUse from then on it is not to be sent
 * @param end when it ends, for people; null if nobody knows
 */
record Lifetime(long refreshAt, long lastUse, @Nullable Instant end) {

    private static final Duration LONGEST = Duration.ofDays(3650);
    /** As far away as two moments of the monotonic clock can be told apart: 292 years. */
    private static final long NEVER = Long.MAX_VALUE;

    static Lifetime of(Optional<Duration> expiresIn, RealmParts realm) {
        return expiresIn.map(life -> known(shortened(life), realm)).orElseGet(() -> unknown(realm));
    }

    /** A nonsensical lifetime must not overflow the nanoseconds. */
    private static Duration shortened(Duration expiresIn) {
        if (expiresIn.isNegative()) {
            return Duration.ZERO;
        }
        return smaller(expiresIn, LONGEST);
    }

    private static Lifetime known(Duration life, RealmParts realm) {
        Duration usable = life.minus(smaller(realm.policy().clockSkew(), life.dividedBy(10)));
        Duration margin = realm.ahead().margin(life, usable);
        Duration untilRefresh = smaller(life.minus(margin), usable);
        long now = realm.time().nanoTime();
        return new Lifetime(
                now + untilRefresh.toNanos(),
                now + usable.toNanos(),
                realm.time().now().plus(life));
    }

    /** Only a rejection tells that such a token has ended. */
    private static Lifetime unknown(RealmParts realm) {
        long never = realm.time().nanoTime() + NEVER;
        return new Lifetime(never, never, null);
    }

    private static Duration smaller(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
