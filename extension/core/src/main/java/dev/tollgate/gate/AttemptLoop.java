package dev.tollgate.gate;

import dev.tollgate.gate.FailureRule.Next;
import dev.tollgate.gate.FailureRule.Situation;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.source.TokenRequest;
import dev.tollgate.time.Deadline;
import dev.tollgate.token.TokenSet;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The attempts of one flight, one after the other. Never two at once, so its fields need no guard beyond the
 * happens-before of the threads that hand the flight on.
 */
final class AttemptLoop {

    /** What an attempt loop tells the gate: exactly one of these, once, unless the flight was called off. */
    interface Tower {
        boolean isFlying(Flight flight);

        void land(Flight flight, TokenSet tokens);

        void giveUp(Flight flight, TokenFailure failure, Duration pause, int failures);

        void abandon(Flight flight, TokenFailure lastFailure, Duration pause, int failures);

        /** The refresh token may not be sent again; the flight goes on. */
        void spend(Flight flight);

        /** The refresh token has been sent, and nobody knows what became of it; the flight goes on. */
        void doubt(Flight flight);

        void endSession(Flight flight, TokenFailure cause);

        /** An attempt has failed, {@code withoutError} of OAuth although it was answered; the flight goes on. */
        void refused(Flight flight, boolean withoutError, TokenFailure failure);
    }

    /** An edge that answers in the place of the server does so for a while; after that many somebody has to look. */
    static final int REFUSALS_TO_TELL = 10;

    private final GateParts parts;
    private final Flight flight;
    private final Tower tower;
    private final FlightStep steps;
    private final boolean repeatable;
    private final Runways runways;

    private long wantedAt;
    private int attempts;
    private int failures;
    private int unknownOutcomes;
    private boolean unconditional;

    /**
     * @param repeatable whether another attempt may follow a failed one
     * @param failuresBefore how many attempts in a row have failed before this flight
     */
    AttemptLoop(GateParts parts, Flight flight, Tower tower, FlightStep steps, boolean repeatable, int failuresBefore) {
        this.parts = parts;
        this.flight = flight;
        this.tower = tower;
        this.steps = steps;
        this.repeatable = repeatable;
        this.runways = repeatable ? parts.runways() : Runways.unlimited(parts.threads());
        this.failures = failuresBefore;
    }

    void startIn(Duration pause) {
        if (pause.isZero()) {
            attempt();
        } else {
            later(pause);
        }
    }

    private void later(Duration pause) {
        try {
            parts.threads().later(pause, this::attemptIfAwaited);
        } catch (RuntimeException e) {
            tower.giveUp(flight, TokenFailure.Transient.unsent("no thread for another attempt", e), pause, failures);
        }
    }

    private void attemptIfAwaited() {
        TokenFailure failure = flight.failure();
        if (failure == null || unconditional || flight.isAwaited()) {
            attempt();
        } else {
            tower.abandon(flight, failure, Duration.ZERO, failures);
        }
    }

    private void attempt() {
        if (tower.isFlying(flight)) {
            wantedAt = parts.time().nanoTime();
            runways.enter(flight, this::takeOff);
        }
    }

    private void takeOff() {
        if (!tower.isFlying(flight)) {
            runways.leave();
            return;
        }
        attempts++;
        unconditional = false;
        guarded(() -> fly(next()));
    }

    private void fly(Attempt attempt) {
        CompletableFuture<@Nullable TokenSet> asked = new CompletableFuture<>();
        if (repeatable) {
            flight.asks(asked);
        }
        answer(attempt).whenComplete((tokens, thrown) -> {
            asked.complete(tokens);
            guarded(() -> {
                runways.leave();
                ended(attempt, tokens, thrown);
            });
            attempt.end(); // not before it has landed: the threads may end then
        });
    }

    private void ended(Attempt attempt, @Nullable TokenSet tokens, @Nullable Throwable thrown) {
        if (thrown != null) {
            failed(attempt, attempt.failure(thrown));
        } else if (tokens == null) {
            failed(attempt, SourceStep.nothing("answered without tokens"));
        } else {
            succeeded(attempt, tokens);
        }
    }

    private CompletionStage<@Nullable TokenSet> answer(Attempt attempt) {
        try {
            return steps.fly(attempt);
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(TokenFailure.Transient.unsent("the flight could not start", e));
        }
    }

    /** Whatever fails in here, the flight must not stay under way for ever. */
    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error e) {
            TokenFailure failure = new TokenFailure.Configuration("the flight broke off", e).without(flight.secrets());
            tower.giveUp(flight, failure, BackOff.AFTER_CONFIGURATION_FAILURE, failures);
        }
    }

    private Attempt next() {
        Deadline deadline = Deadline.in(parts.policy().attemptTimeout(), parts.time());
        TokenRequest request = new TokenRequest(
                parts.realm(),
                parts.session(),
                flight.reason(),
                flight.trigger(),
                deadline,
                attempts,
                parts.rule().repeat(parts.habits(), isInDoubt()));
        return new Attempt(request, parts.requests().errand());
    }

    private void succeeded(Attempt attempt, TokenSet answer) {
        parts.ahead().took(parts.time().nanoTime() - wantedAt);
        if (attempt.isRefresh()) {
            learnFrom(answer);
        }
        tower.land(flight, attempt.complete(answer));
    }

    private void learnFrom(TokenSet answer) {
        flight.from().grant().ifPresent(grant -> {
            if (grant.isRotatedBy(answer)) {
                parts.habits().rotates();
            } else {
                parts.habits().keeps();
            }
        });
    }

    /** Whether the refresh token has been sent before, and nobody knows what became of it. */
    private boolean isInDoubt() {
        return unknownOutcomes > 0 || flight.from().isInDoubt();
    }

    /** Each failure of a source, or of the application's own refresh, comes in here: status, events and logs have it on. */
    private void failed(Attempt attempt, TokenFailure asThrown) {
        TokenFailure failure = asThrown.without(flight.secrets());
        flight.failedWith(failure);
        flight.failingSince(parts.time().now());
        failures++;
        tower.refused(flight, isWithoutError(failure), failure);
        boolean inDoubt = isInDoubt();
        if (failure instanceof TokenFailure.OutcomeUnknown lost && attempt.isRefresh()) {
            unknownOutcomes++;
            if (lost.hasRotated()) {
                parts.habits().rotates();
            }
            tower.doubt(flight);
        }
        Next next = parts.rule().after(failure, situation(attempt, inDoubt));
        if (parts.requests().isClosed()) {
            tower.giveUp(flight, failure, Duration.ZERO, failures);
        } else if (next instanceof Next.Retry retry) {
            unconditional = retry.unconditional();
            later(retry.pause());
        } else if (next instanceof Next.AcquireAnew) {
            flight.spend();
            tower.spend(flight);
            attempt();
        } else if (next instanceof Next.GiveUp giveUp) {
            tower.giveUp(flight, failure, giveUp.pause(), failures);
        } else if (next instanceof Next.LeaveItToTheGate leave) {
            tower.abandon(flight, failure, leave.pause(), failures);
        } else {
            tower.endSession(flight, parts.explain().end(failure));
        }
    }

    private static boolean isWithoutError(TokenFailure failure) {
        return failure instanceof TokenFailure.Transient refused && refused.isWithoutError();
    }

    private Situation situation(Attempt attempt, boolean inDoubt) {
        return new Situation(
                attempt.isRefresh(),
                parts.habits().isKnownToRotate(),
                flight.canAcquire(),
                repeatable,
                flight.isAwaited(),
                inDoubt,
                unknownOutcomes,
                failures);
    }
}
