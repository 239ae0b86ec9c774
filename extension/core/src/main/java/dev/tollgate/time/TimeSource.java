package dev.tollgate.time;

import java.time.Instant;

/**
 * Where the time comes from. Decisions are made by {@link #nanoTime()}, which no one can set back; {@link #now()} is for
 * what people and other machines read. Implementations are safe for use by many threads.
 */
public interface TimeSource {

    /** The wall clock. */
    Instant now();

    /** The monotonic clock in nanoseconds from an arbitrary origin; compare two readings by subtraction only. */
    long nanoTime();

    /** The clocks of this machine. */
    static TimeSource system() {
        return SystemTime.INSTANCE;
    }
}
