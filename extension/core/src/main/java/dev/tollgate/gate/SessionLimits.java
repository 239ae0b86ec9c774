package dev.tollgate.gate;

import java.time.Duration;
import java.util.Optional;

/**
 * How many sessions a realm may keep, and for how long.
 *
 * @param maxSessions how many there may be; a further one fails, since nobody's refresh token is thrown away for it
 * @param idleTimeout when a session that nobody uses is signed out; empty: never. Sessions with nothing to lose (nobody
 *     is signed in, or the source can acquire new tokens) are always forgotten after a while.
 */
public record SessionLimits(int maxSessions, Optional<Duration> idleTimeout) {

    /** What holds where nothing is configured. */
    public static final SessionLimits DEFAULTS = new SessionLimits(100_000, Optional.empty());
}
