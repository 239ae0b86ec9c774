package dev.tollgate.gate;

import java.time.Duration;
import java.util.Optional;

/**
 * The settings of a gate. All durations are positive, but for {@code refreshMargin} and {@code clockSkew}, which may be
 * zero.
 *
 * @param waitTimeout how long one call may wait at the gate, all its waits together
 * @param attemptTimeout how long one attempt to get tokens may take
 * @param refreshMargin how long before its expiry a token is refreshed, at most half the token's life
 * @param clockSkew how long before its expiry a token is no longer sent, at most a tenth of its life
 * @param rotation what the server does with used refresh tokens; empty: {@link Rotation#STRICT} once it was seen to
 *     rotate, {@link Rotation#NONE} before
 * @param failFast whether the first transient failure is handed to the waiters instead of trying again
 * @param backOff the pause after a first failure; it doubles with each further one
 * @param maxBackOff the longest pause between attempts, unless the server asks for a longer one
 * @param maxWaiters how many calls may wait for one flight; further ones fail at once
 */
public record GatePolicy(
        Duration waitTimeout,
        Duration attemptTimeout,
        Duration refreshMargin,
        Duration clockSkew,
        Optional<Rotation> rotation,
        boolean failFast,
        Duration backOff,
        Duration maxBackOff,
        int maxWaiters) {

    /** What holds where nothing is configured. */
    public static final GatePolicy DEFAULTS = new GatePolicy(
            Duration.ofSeconds(10),
            Duration.ofSeconds(8),
            Duration.ofSeconds(30),
            Duration.ofSeconds(1),
            Optional.empty(),
            false,
            Duration.ofMillis(100),
            Duration.ofSeconds(1),
            10_000);

    /** This policy with another {@link #waitTimeout()}. */
    public GatePolicy withWaitTimeout(Duration value) {
        return new GatePolicy(
                value, attemptTimeout, refreshMargin, clockSkew, rotation, failFast, backOff, maxBackOff, maxWaiters);
    }

    /** This policy with another {@link #attemptTimeout()}. */
    public GatePolicy withAttemptTimeout(Duration value) {
        return new GatePolicy(
                waitTimeout, value, refreshMargin, clockSkew, rotation, failFast, backOff, maxBackOff, maxWaiters);
    }

    /** This policy with another {@link #refreshMargin()}. */
    public GatePolicy withRefreshMargin(Duration value) {
        return new GatePolicy(
                waitTimeout, attemptTimeout, value, clockSkew, rotation, failFast, backOff, maxBackOff, maxWaiters);
    }

    /** This policy with another {@link #clockSkew()}. */
    public GatePolicy withClockSkew(Duration value) {
        return new GatePolicy(
                waitTimeout, attemptTimeout, refreshMargin, value, rotation, failFast, backOff, maxBackOff, maxWaiters);
    }

    /** This policy with a known {@link #rotation()}. */
    public GatePolicy withRotation(Rotation value) {
        return new GatePolicy(
                waitTimeout,
                attemptTimeout,
                refreshMargin,
                clockSkew,
                Optional.of(value),
                failFast,
                backOff,
                maxBackOff,
                maxWaiters);
    }

    /** This policy with another {@link #failFast()}. */
    public GatePolicy withFailFast(boolean value) {
        return new GatePolicy(
                waitTimeout,
                attemptTimeout,
                refreshMargin,
                clockSkew,
                rotation,
                value,
                backOff,
                maxBackOff,
                maxWaiters);
    }

    /** This policy with another {@link #backOff()} and {@link #maxBackOff()}. */
    public GatePolicy withBackOff(Duration first, Duration longest) {
        return new GatePolicy(
                waitTimeout, attemptTimeout, refreshMargin, clockSkew, rotation, failFast, first, longest, maxWaiters);
    }

    /** This policy with another {@link #maxWaiters()}. */
    public GatePolicy withMaxWaiters(int value) {
        return new GatePolicy(
                waitTimeout, attemptTimeout, refreshMargin, clockSkew, rotation, failFast, backOff, maxBackOff, value);
    }
}
