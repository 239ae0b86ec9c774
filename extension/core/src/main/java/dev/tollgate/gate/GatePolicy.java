package dev.tollgate.gate;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The settings of a gate. All durations are positive, but for {@code refreshMargin} and {@code clockSkew}, which may be
 * zero.
 *
 * @param waitTimeout how long one call may wait at the gate, all its waits together
 * @param attemptTimeout how long one attempt to get tokens may take
 * @param refreshMargin how long before its expiry a token is refreshed; shorter-lived tokens a quarter of their life
 *     before, where refreshes have lately taken longer by so much more, but none before half its life is over; zero: only
 *     once it has expired
 * @param clockSkew how long before its expiry a token is no longer sent, at most a tenth of its life
 * @param rotation what the server does with used refresh tokens; empty: {@link Rotation#STRICT} once it was seen to
 *     rotate, {@link Rotation#NONE} before
 * @param failFast whether the first transient failure is handed to the waiters instead of trying again
 * @param backOff the pause after a first failure; it doubles with each further one
 * @param maxBackOff the longest pause between attempts, unless the server asks for a longer one
 * @param maxWaiters how many calls may wait for one flight; further ones fail at once
 * @param maxRefreshes how many attempts may be under way at once, those of all sessions together
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
        int maxWaiters,
        int maxRefreshes) {

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
            10_000,
            8);

    /** This policy with another {@link #waitTimeout()}. */
    public GatePolicy withWaitTimeout(Duration value) {
        return changed(draft -> draft.waitTimeout = value);
    }

    /** This policy with another {@link #attemptTimeout()}. */
    public GatePolicy withAttemptTimeout(Duration value) {
        return changed(draft -> draft.attemptTimeout = value);
    }

    /** This policy with another {@link #refreshMargin()}. */
    public GatePolicy withRefreshMargin(Duration value) {
        return changed(draft -> draft.refreshMargin = value);
    }

    /** This policy with another {@link #clockSkew()}. */
    public GatePolicy withClockSkew(Duration value) {
        return changed(draft -> draft.clockSkew = value);
    }

    /** This policy with a known {@link #rotation()}. */
    public GatePolicy withRotation(Rotation value) {
        return changed(draft -> draft.rotation = Optional.of(value));
    }

    /** This policy with another {@link #failFast()}. */
    public GatePolicy withFailFast(boolean value) {
        return changed(draft -> draft.failFast = value);
    }

    /** This policy with another {@link #backOff()} and {@link #maxBackOff()}. */
    public GatePolicy withBackOff(Duration first, Duration longest) {
        return changed(draft -> {
            draft.backOff = first;
            draft.maxBackOff = longest;
        });
    }

    /** This policy with another {@link #maxWaiters()}. */
    public GatePolicy withMaxWaiters(int value) {
        return changed(draft -> draft.maxWaiters = value);
    }

    /** This policy with another {@link #maxRefreshes()}. */
    public GatePolicy withMaxRefreshes(int value) {
        return changed(draft -> draft.maxRefreshes = value);
    }

    private GatePolicy changed(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.policy();
    }

    private static final class Draft {

        private Duration waitTimeout;
        private Duration attemptTimeout;
        private Duration refreshMargin;
        private Duration clockSkew;
        private Optional<Rotation> rotation;
        private boolean failFast;
        private Duration backOff;
        private Duration maxBackOff;
        private int maxWaiters;
        private int maxRefreshes;

        Draft(GatePolicy from) {
            waitTimeout = from.waitTimeout;
            attemptTimeout = from.attemptTimeout;
            refreshMargin = from.refreshMargin;
            clockSkew = from.clockSkew;
            rotation = from.rotation;
            failFast = from.failFast;
            backOff = from.backOff;
            maxBackOff = from.maxBackOff;
            maxWaiters = from.maxWaiters;
            maxRefreshes = from.maxRefreshes;
        }

        GatePolicy policy() {
            return new GatePolicy(
                    waitTimeout,
                    attemptTimeout,
                    refreshMargin,
                    clockSkew,
                    rotation,
                    failFast,
                    backOff,
                    maxBackOff,
                    maxWaiters,
                    maxRefreshes);
        }
    }
}
