package dev.tollgate.gate;

import dev.tollgate.source.Repeat;
import dev.tollgate.source.TokenFailure;
import java.time.Duration;

/** What follows a failed attempt. Decides, and does nothing. */
final class FailureRule {

    /** Ten years: a server that asks for more must not overflow the nanoseconds. */
    private static final Duration LONGEST_PAUSE = Duration.ofDays(3650);

    private final GatePolicy policy;
    private final BackOff backOff;

    FailureRule(GatePolicy policy, BackOff backOff) {
        this.policy = policy;
        this.backOff = backOff;
    }

    /**
     * What is known when an attempt has failed.
     *
     * @param inDoubt whether the refresh token had been sent before this attempt, and nobody knows what became of it
     * @param unknownOutcomes how many attempts of this flight, this one included, have ended so
     */
    record Situation(
            boolean refreshing,
            boolean rotates,
            boolean canAcquire,
            boolean repeatable,
            boolean awaited,
            boolean inDoubt,
            int unknownOutcomes,
            int failures) {}

    /** What follows. */
    sealed interface Next {
        /** Another attempt in {@code pause}; an unconditional one is made even if nobody waits any more. */
        record Retry(Duration pause, boolean unconditional) implements Next {}

        /** The refresh token is lost, but there is another way to tokens. */
        record AcquireAnew() implements Next {}

        /** This flight does not try again, but whoever waits, or has just come, may start one that does, in {@code pause}. */
        record LeaveItToTheGate(Duration pause) implements Next {}

        /** Enough for now; the next need may try again in {@code pause}. */
        record GiveUp(Duration pause) implements Next {}

        /** The session is over. */
        record EndSession() implements Next {}
    }

    Next after(TokenFailure failure, Situation now) {
        if (failure instanceof TokenFailure.Terminal || wasTheLastTry(failure, now) || wasUsedUp(failure, now)) {
            return refreshTokenIsLost(now);
        }
        if (failure instanceof TokenFailure.Configuration) {
            return new Next.GiveUp(BackOff.AFTER_CONFIGURATION_FAILURE);
        }
        if (failure instanceof TokenFailure.OutcomeUnknown && now.refreshing) {
            return afterUnknownOutcome(now);
        }
        return afterTransient(pauseAfter(failure, now), now);
    }

    /** Grace is for one more time, whatever the server answers then. */
    private boolean wasTheLastTry(TokenFailure failure, Situation now) {
        boolean sent = !(failure instanceof TokenFailure.Transient unsent) || unsent.wasSent();
        return now.refreshing && now.inDoubt && sent && rotation(now) == Rotation.GRACE;
    }

    private boolean wasUsedUp(TokenFailure failure, Situation now) {
        return failure instanceof TokenFailure.Configuration unusable
                && unusable.wasGranted()
                && now.refreshing
                && rotation(now) != Rotation.NONE;
    }

    private Rotation rotation(Situation now) {
        return policy.rotation().orElse(now.rotates ? Rotation.STRICT : Rotation.NONE);
    }

    /** What is known of sending a refresh token once more; {@code inDoubt}: one that has been sent before. */
    Repeat repeat(ServerHabits habits, boolean inDoubt) {
        return switch (policy.rotation().orElse(habits.isKnownToKeep() ? Rotation.NONE : Rotation.STRICT)) {
            case NONE -> Repeat.SAFE;
            case GRACE -> inDoubt ? Repeat.NEVER : Repeat.ONCE;
            case STRICT -> Repeat.NEVER;
        };
    }

    private Next afterUnknownOutcome(Situation now) {
        boolean mayBeSentAgain = now.repeatable && now.unknownOutcomes == 1;
        return switch (rotation(now)) {
            case STRICT -> refreshTokenIsLost(now);
            case GRACE -> mayBeSentAgain ? new Next.Retry(backOff.after(1), true) : refreshTokenIsLost(now);
            case NONE ->
                mayBeSentAgain
                        ? afterTransient(backOff.after(now.failures), now)
                        : new Next.GiveUp(backOff.after(now.failures));
        };
    }

    private Next afterTransient(Duration pause, Situation now) {
        boolean worthWaiting = pause.compareTo(policy.waitTimeout()) < 0;
        if (!worthWaiting || policy.failFast()) {
            return new Next.GiveUp(pause);
        }
        return now.awaited && now.repeatable ? new Next.Retry(pause, false) : new Next.LeaveItToTheGate(pause);
    }

    private static Next refreshTokenIsLost(Situation now) {
        boolean anotherWay = now.refreshing && now.canAcquire && now.repeatable;
        return anotherWay ? new Next.AcquireAnew() : new Next.EndSession();
    }

    private Duration pauseAfter(TokenFailure failure, Situation now) {
        Duration own = backOff.after(now.failures);
        if (failure instanceof TokenFailure.Transient told) {
            return told.retryAfter()
                    .filter(asked -> asked.compareTo(own) > 0)
                    .map(asked -> asked.compareTo(LONGEST_PAUSE) < 0 ? asked : LONGEST_PAUSE)
                    .orElse(own);
        }
        return own;
    }
}
