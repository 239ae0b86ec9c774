package dev.tollgate.gate;

import java.time.Duration;
import java.util.Optional;

/**
 * How many sessions a realm may keep, for how long, and what keeps them alive.
 *
 * @param maxSessions how many there may be; a further one fails, since nobody's refresh token is thrown away for it
 * @param idleTimeout when a session that nobody uses is signed out; empty: never. Sessions with nothing to lose (nobody
 *     is signed in, or the source can acquire new tokens) are always forgotten after a while.
 * @param keepAlive when a session that nobody uses is refreshed all the same, lest its refresh token dies of idleness;
 *     empty: never
 */
public record SessionLimits(int maxSessions, Optional<Duration> idleTimeout, Optional<Duration> keepAlive) {

    /** What holds where nothing is configured. */
    public static final SessionLimits DEFAULTS = new SessionLimits(100_000, Optional.empty(), Optional.empty());
}
