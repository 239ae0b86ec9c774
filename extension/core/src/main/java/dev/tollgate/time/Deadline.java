package dev.tollgate.time;

import java.time.Duration;
import java.time.Instant;

/** A moment on the monotonic clock by which something must have ended. Immutable, safe for use by many threads. */
public final class Deadline {

    private final TimeSource time;
    private final long nanos;

    private Deadline(TimeSource time, long nanos) {
        this.time = time;
        this.nanos = nanos;
    }

    /** The deadline that passes in {@code delay} from now. */
    public static Deadline in(Duration delay, TimeSource time) {
        return new Deadline(time, time.nanoTime() + delay.toNanos());
    }

    /** How long there is left; zero once the deadline has passed, never negative. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, nanos - time.nanoTime()));
    }

    /** Whether there is no time left. */
    public boolean hasPassed() {
        return nanos - time.nanoTime() <= 0;
    }

    /** The deadline on the wall clock, as far as the wall clock can be trusted. */
    public Instant at() {
        return time.now().plus(remaining());
    }

    @Override
    public String toString() {
        return "in " + remaining().toMillis() + " ms";
    }
}
