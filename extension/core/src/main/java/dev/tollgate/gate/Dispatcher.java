package dev.tollgate.gate;

import dev.tollgate.source.Reason;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.source.Trigger;
import dev.tollgate.token.TokenSet;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Gives those who need a token one, or a seat in a flight; sends the flights out. */
final class Dispatcher {

    private final GateParts parts;
    private final StateCell cell;
    private final FlightScope scope;
    private final Refusals refusals;
    private final AttemptLoop.Tower tower;
    private final RefreshPace pace = new RefreshPace();

    Dispatcher(GateParts parts, StateCell cell, FlightScope scope, Refusals refusals) {
        this.parts = parts;
        this.cell = cell;
        this.scope = scope;
        this.refusals = refusals;
        this.tower = new Landings(parts, cell, new Revocations(parts, scope));
    }

    // ---- those who need a token

    /** Gives the waiter a token, a seat in a flight, or the reason why there is neither. */
    void admit(Waiter waiter, Trigger trigger) {
        while (!waiter.isDone()) {
            GateState state = cell.get();
            long now = parts.time().nanoTime();
            Grant usable = state.held().usable(now);
            boolean barred = usable != null && isBarred(waiter, usable, state, trigger);
            if (usable != null && !barred) {
                waiter.complete(usable);
            } else if (state instanceof GateState.Refreshing refreshing) {
                board(waiter, refreshing.flight(), trigger);
                return;
            } else if (state instanceof GateState.SessionExpired expired) {
                waiter.completeExceptionally(parts.explain().sessionOver(expired.cause()));
            } else if (state instanceof GateState.Stale stale && isPaused(stale, now)) {
                waiter.completeExceptionally(parts.explain().paused(stale));
            } else if (isEnding(state)) {
                waiter.completeExceptionally(parts.explain().ending());
            } else if (!canFly(state.held(), trigger)) {
                nothingToFlyWith(state, waiter, trigger);
            } else if (scope.isCurrent()) {
                inside(waiter, null, trigger); // what a source does after a sign-out starts no other flight
            } else if (depart(
                    state,
                    state.held(),
                    barred ? Reason.REJECTED : reasonToFly(state.held()),
                    trigger,
                    flight -> board(waiter, flight, trigger))) {
                return;
            }
        }
    }

    /** Whether it takes a closer look if such a call is served {@code grant}. */
    boolean mayHaveToWait(String kind, boolean repeatable, Grant grant, GateState state) {
        return refusals.isBarred(kind, grant)
                || (!repeatable && state instanceof GateState.Refreshing && refusals.isDoubtful(grant));
    }

    /** Others may be served what such calls have had rejected; so are these where there is nothing better to be had. */
    private boolean isBarred(Waiter waiter, Grant usable, GateState state, Trigger trigger) {
        if (refusals.isBarred(waiter.kind().name(), usable)) {
            return state instanceof GateState.Refreshing || (canFly(state.held(), trigger) && !isEnding(state));
        }
        return state instanceof GateState.Refreshing && !waiter.kind().repeatable() && refusals.isDoubtful(usable);
    }

    /** Starts a flight that nobody waits for, unless one is not due or under way. */
    void refreshAhead(GateState state, Reason reason, Trigger trigger) {
        if (!isEnding(state) && mayFlyNow(state) && canFly(state.held(), trigger)) {
            depart(state, state.held(), reason, trigger, flight -> {});
        }
    }

    /** No flight departs any more. */
    boolean isEnding(GateState state) {
        return state instanceof GateState.Closed || parts.requests().isClosed();
    }

    private boolean mayFlyNow(GateState state) {
        if (state instanceof GateState.Stale stale) {
            return parts.time().nanoTime() - stale.retryAt() >= 0;
        }
        return state instanceof GateState.Fresh;
    }

    /** A flight although the token may still be good. */
    CompletionStage<Grant> refresh(Trigger trigger, Waiter waiter) {
        while (!waiter.isDone()) {
            GateState state = cell.get();
            if (state instanceof GateState.Refreshing refreshing) {
                board(waiter, refreshing.flight(), trigger);
                return waiter;
            } else if (isEnding(state)) {
                waiter.completeExceptionally(parts.explain().ending());
            } else if (state instanceof GateState.Stale stale
                    && isPaused(stale, parts.time().nanoTime())) {
                waiter.completeExceptionally(parts.explain().paused(stale));
            } else if (!canFly(state.held(), trigger)) {
                nothingToFlyWith(state, waiter, trigger);
            } else if (scope.isCurrent()) {
                inside(waiter, null, trigger); // what a source does after a sign-out starts no other flight
            } else if (depart(
                    state, state.held(), Reason.REQUESTED, trigger, flight -> board(waiter, flight, trigger))) {
                return waiter;
            }
        }
        return waiter;
    }

    /** Waits for {@code flight}, unless that would be the flight waiting for itself. */
    void board(Waiter waiter, Flight flight, Trigger trigger) {
        if (scope.isCurrent()) {
            inside(waiter, flight, trigger);
        } else {
            waiter.board(flight);
            if (flight.waiters() > parts.policy().maxWaiters()) {
                waiter.completeExceptionally(parts.explain().tooManyWaiters());
            }
        }
    }

    /** What the source of {@code flight} calls has the tokens of its own sign-in, and waits for none. */
    private void inside(Waiter waiter, @Nullable Flight flight, Trigger trigger) {
        Grant own = flight == null || scope.flight() != flight ? null : flight.own();
        if (own != null) {
            waiter.complete(own);
        } else {
            waiter.completeExceptionally(parts.explain().waitsForItself(trigger));
        }
    }

    // ---- flights

    boolean canFly(Held held, Trigger trigger) {
        return (parts.mayAcquire() && hasSubjectToken(trigger))
                || held.tokens().filter(parts::mayRefresh).isPresent();
    }

    /** Whether tokens can be acquired, but not by {@code trigger}: what it asks for must not end the session of others. */
    boolean lacksSubjectToken(Trigger trigger) {
        return !hasSubjectToken(trigger) && parts.mayAcquire();
    }

    private boolean hasSubjectToken(Trigger trigger) {
        return trigger.subjectToken().isPresent() || parts.mayDoWithoutSubjectToken();
    }

    /** Sends a flight out; false if somebody else has moved the state first. */
    boolean depart(GateState from, Held held, Reason reason, Trigger trigger, Boarding boarding) {
        Flight flight =
                new Flight(from.epoch(), held, reason, trigger, parts.time().nanoTime());
        if (!cell.depart(from, held, flight)) {
            return false;
        }
        try {
            boarding.open(flight);
        } finally {
            loop(from, flight, steps(flight), true).startIn(longer(pauseBefore(from), paceOf(flight)));
        }
        return true;
    }

    private FlightStep steps(Flight flight) {
        return new BoundedStep(parts.threads(), new SourceStep(flight, parts.source(), parts.threads(), scope));
    }

    /** A new sign-in has nothing to do with the flights before. */
    void signedIn() {
        pace.startAnew();
    }

    private Duration paceOf(Flight flight) {
        if (!isPaced(flight)) {
            return Duration.ZERO;
        }
        Optional<Duration> life =
                flight.from().grant().flatMap(grant -> grant.tokens().expiresIn());
        Duration pause = pace.next(life, parts.time().nanoTime());
        if (!pause.isZero()) {
            flight.failedWith(parts.explain().tooManyRefreshes(life));
            if (pace.isNews()) {
                parts.listener().on(new GateEvent.RefreshedTooOften(parts.realm(), parts.session(), life));
            }
        }
        return pause;
    }

    /** Not what the application asks for, nor first tokens. */
    private static boolean isPaced(Flight flight) {
        return switch (flight.reason()) {
            case EXPIRED, NEAR_EXPIRY, REJECTED -> true;
            case MISSING -> flight.from().grant().isPresent();
            default -> false;
        };
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** Who takes a seat before the flight departs. */
    @FunctionalInterface
    interface Boarding {
        void open(Flight flight);
    }

    Optional<OwnFlight> open(Trigger trigger) {
        while (true) {
            GateState from = cell.get();
            if (from instanceof GateState.Refreshing) {
                return Optional.empty();
            }
            if (isEnding(from)) {
                throw parts.explain().ending();
            }
            Flight flight = new Flight(
                    from.epoch(),
                    from.held(),
                    Reason.REQUESTED,
                    trigger,
                    parts.time().nanoTime());
            if (cell.depart(from, from.held(), flight)) {
                CompletableFuture<TokenSet> answer = new CompletableFuture<>();
                FlightStep own = attempt -> {
                    attempt.begin(from.held().tokens().filter(parts::mayRefresh));
                    return answer;
                };
                loop(from, flight, new BoundedStep(parts.threads(), own), false).startIn(Duration.ZERO);
                return Optional.of(new OwnFlight(answer, from.held(), scope.of(flight)));
            }
        }
    }

    private AttemptLoop loop(GateState from, Flight flight, FlightStep way, boolean repeatable) {
        int failures = 0;
        if (from instanceof GateState.Stale stale) {
            flight.failedWith(stale.failure());
            flight.failingSince(stale.since());
            failures = stale.failures();
        }
        return new AttemptLoop(parts, flight, tower, way, repeatable, failures);
    }

    private Duration pauseBefore(GateState from) {
        if (from instanceof GateState.Stale stale) {
            return Duration.ofNanos(Math.max(0, stale.retryAt() - parts.time().nanoTime()));
        }
        return Duration.ZERO;
    }

    private static Reason reasonToFly(Held held) {
        if (held instanceof Held.Spent spent) {
            return reasonToFly(spent.unspent());
        } else if (held instanceof Held.InDoubt inDoubt) {
            return reasonToFly(inDoubt.before());
        } else if (held instanceof Held.Served) {
            return Reason.EXPIRED;
        }
        return held instanceof Held.Rejected ? Reason.REJECTED : Reason.MISSING;
    }

    private void nothingToFlyWith(GateState state, Waiter waiter, Trigger trigger) {
        if (state instanceof GateState.SessionExpired expired) {
            waiter.completeExceptionally(parts.explain().sessionOver(expired.cause()));
            return;
        }
        if (lacksSubjectToken(trigger)) {
            waiter.completeExceptionally(parts.explain().onBehalfOfNobody(trigger));
            return;
        }
        if (state.held() instanceof Held.None) {
            waiter.completeExceptionally(parts.explain().nobodyIsSignedIn());
            return;
        }
        if (state.held().usable(parts.time().nanoTime()) != null) {
            waiter.completeExceptionally(parts.explain().nothingToRefreshWith());
            return;
        }
        expire(state);
    }

    /** The tokens are no longer good, and nothing can replace them. */
    void expire(GateState state) {
        TokenFailure cause =
                new TokenFailure.Terminal("the access token is no longer good and there is no refresh token");
        if (cell.expire(state, cause)) {
            parts.listener().on(new GateEvent.SessionEnded(parts.realm(), parts.session(), cause));
        }
    }

    /** Whether it is senseless to wait for the next attempt. */
    boolean isPaused(GateState.Stale stale, long now) {
        long pause = stale.retryAt() - now;
        boolean waitingIsNoHelp = parts.policy().failFast() || stale.failure() instanceof TokenFailure.Configuration;
        return pause > 0
                && (waitingIsNoHelp || pause >= parts.policy().waitTimeout().toNanos());
    }
}
