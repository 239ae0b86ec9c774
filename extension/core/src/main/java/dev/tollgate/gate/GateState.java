package dev.tollgate.gate;

import dev.tollgate.source.TokenFailure;
import java.time.Instant;

/** Where a gate stands. Only {@link StateCell} moves a gate from one to the next. */
sealed interface GateState {

    /** The number of the sign-in; it grows with each sign-in and each sign-out, see {@link StateCell#SIGN_OUT}. */
    long epoch();

    /** The tokens at hand. */
    Held held();

    /** Nobody is signed in, or nobody has asked yet. */
    record SignedOut(long epoch) implements GateState {
        @Override
        public Held held() {
            return new Held.None();
        }
    }

    /** There are tokens, as good as new. */
    record Fresh(Held.Served held) implements GateState {
        @Override
        public long epoch() {
            return held.current().epoch();
        }
    }

    /** A flight is under way; what is still good is served meanwhile. */
    record Refreshing(long epoch, Held held, Flight flight) implements GateState {}

    /**
     * The last flight gave up for now; the next need starts another, not before {@code retryAt} (monotonic). Attempts have
     * failed {@code since} then (wall clock).
     */
    record Stale(long epoch, Held held, TokenFailure failure, Instant since, long retryAt, int failures)
            implements GateState {}

    /** The application ends: there are no more tokens, and nothing leads away from here. */
    record Closed(long epoch) implements GateState {
        @Override
        public Held held() {
            return new Held.None();
        }
    }

    /** The grant is dead: everybody fails with the same cause until somebody signs in. */
    record SessionExpired(long epoch, TokenFailure cause) implements GateState {
        @Override
        public Held held() {
            return new Held.None();
        }
    }
}
