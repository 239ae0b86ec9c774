package dev.tollgate.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a token is to be refreshed and when it is no longer to be sent, on the monotonic clock from its arrival. */
sealed interface Lifetime {

    boolean hasEnded(long now);

    boolean isNearItsEnd(long now);

    /** When it ends, for people; empty if nobody knows. */
    Optional<Instant> endsAt();

    static Lifetime of(Optional<Duration> expiresIn, RealmParts realm) {
        return expiresIn.isEmpty() ? new Unknown() : Known.of(shortened(expiresIn.get()), realm);
    }

    /** A nonsensical lifetime must not overflow the nanoseconds. */
    private static Duration shortened(Duration expiresIn) {
        if (expiresIn.isNegative()) {
            return Duration.ZERO;
        }
        return expiresIn.compareTo(Known.LONGEST) > 0 ? Known.LONGEST : expiresIn;
    }

    /** Only a rejection tells that such a token has ended. */
    record Unknown() implements Lifetime {
        @Override
        public boolean hasEnded(long now) {
            return false;
        }

        @Override
        public boolean isNearItsEnd(long now) {
            return false;
        }

        @Override
        public Optional<Instant> endsAt() {
            return Optional.empty();
        }
    }

    record Known(long refreshAt, long lastUse, Instant end) implements Lifetime {

        static final Duration LONGEST = Duration.ofDays(3650);

        static Known of(Duration life, RealmParts realm) {
            Duration usable = life.minus(smaller(realm.policy().clockSkew(), life.dividedBy(10)));
            Duration margin = realm.ahead().margin(life, usable);
            Duration untilRefresh = smaller(life.minus(margin), usable);
            long now = realm.time().nanoTime();
            return new Known(
                    now + untilRefresh.toNanos(),
                    now + usable.toNanos(),
                    realm.time().now().plus(life));
        }

        private static Duration smaller(Duration one, Duration other) {
            return one.compareTo(other) < 0 ? one : other;
        }

        @Override
        public boolean hasEnded(long now) {
            return now - lastUse >= 0;
        }

        @Override
        public boolean isNearItsEnd(long now) {
            return now - refreshAt >= 0;
        }

        @Override
        public Optional<Instant> endsAt() {
            return Optional.of(end);
        }
    }
}
