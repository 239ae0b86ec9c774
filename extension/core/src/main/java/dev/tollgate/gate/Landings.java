package dev.tollgate.gate;

import dev.tollgate.gate.Flight.Outcome;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.token.TokenSet;
import java.time.Duration;
import java.time.Instant;

/** Takes the outcomes of flights back into the state, tells of them, and then lets those who waited go. */
final class Landings implements AttemptLoop.Tower {

    private final GateParts parts;
    private final StateCell cell;
    private final Revocations revocations;

    /** Without an OAuth error, in a row, over flights; those are one after the other. */
    private volatile int refusals;

    Landings(GateParts parts, StateCell cell, Revocations revocations) {
        this.parts = parts;
        this.cell = cell;
        this.revocations = revocations;
    }

    @Override
    public boolean isFlying(Flight flight) {
        return cell.isFlying(flight);
    }

    @Override
    public void land(Flight flight, TokenSet tokens) {
        cell.land(flight, tokens).ifPresentOrElse(grant -> brought(flight, grant), () -> cameTooLate(flight, tokens));
    }

    private void brought(Flight flight, Grant grant) {
        refusals = 0;
        Duration took = Duration.ofNanos(parts.time().nanoTime() - flight.departedAt());
        parts.listener()
                .on(new GateEvent.Refreshed(parts.realm(), parts.session(), grant.generation(), flight.reason(), took));
        flight.settle(new Outcome.Brought(grant));
    }

    /** Nobody else will ever know these tokens. Of a session that was signed out of, the server is to know that, too. */
    private void cameTooLate(Flight flight, TokenSet tokens) {
        if (cell.hasSignedOutSince(flight.epoch())) {
            cell.get().held().grant().filter(grant -> isSame(grant, tokens)).ifPresent(this::signOutAgain);
            revocations.of(tokens);
        }
    }

    private static boolean isSame(Grant grant, TokenSet tokens) {
        return grant.tokens().accessToken().equals(tokens.accessToken());
    }

    /** The source has signed in with them after the sign-out, on a thread that does not say whose sign-in it is. */
    private void signOutAgain(Grant grant) {
        GateState before = cell.signOut(grant.epoch());
        if (before.epoch() == grant.epoch()) {
            if (before instanceof GateState.Refreshing refreshing) {
                refreshing.flight().settle(new Outcome.Failed(parts.explain().signedOutWhileWaiting()));
            }
            parts.listener().on(new GateEvent.SignedOut(parts.realm(), parts.session()));
        }
    }

    @Override
    public void giveUp(Flight flight, TokenFailure failure, Duration pause, int failures) {
        if (cell.giveUp(flight, failure, parts.time().nanoTime() + pause.toNanos(), failures)) {
            Instant retryAt = failedUntil(flight, failure, pause);
            flight.settle(new Outcome.Failed(parts.explain().unavailable(failure, retryAt)));
        }
    }

    private Instant failedUntil(Flight flight, TokenFailure failure, Duration pause) {
        Instant retryAt = parts.time().now().plus(pause);
        parts.listener()
                .on(new GateEvent.RefreshFailed(parts.realm(), parts.session(), flight.reason(), failure, retryAt));
        return retryAt;
    }

    @Override
    public void abandon(Flight flight, TokenFailure lastFailure, Duration pause, int failures) {
        if (cell.giveUp(flight, lastFailure, parts.time().nanoTime() + pause.toNanos(), failures)) {
            failedUntil(flight, lastFailure, pause);
            flight.settle(new Outcome.Abandoned());
        }
    }

    @Override
    public void spend(Flight flight) {
        cell.spend(flight);
    }

    @Override
    public void doubt(Flight flight) {
        cell.doubt(flight);
    }

    @Override
    public void endSession(Flight flight, TokenFailure cause) {
        if (cell.expire(flight, cause)) {
            parts.listener().on(new GateEvent.SessionEnded(parts.realm(), parts.session(), cause));
            flight.settle(new Outcome.Failed(parts.explain().sessionOver(cause)));
        }
    }

    @Override
    public void refused(Flight flight, boolean withoutError, TokenFailure failure) {
        if (!cell.isFlying(flight)) {
            return;
        }
        refusals = withoutError ? refusals + 1 : 0;
        if (refusals == AttemptLoop.REFUSALS_TO_TELL) {
            parts.listener().on(new GateEvent.RefusedWithoutError(parts.realm(), parts.session(), refusals, failure));
        }
    }
}
