package dev.tollgate.gate;

import dev.tollgate.gate.Verdict.HandOver;
import dev.tollgate.gate.Verdict.Replay;
import dev.tollgate.gate.Verdict.Why;
import dev.tollgate.source.Reason;
import dev.tollgate.source.Trigger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** What follows when a resource server rejects a token: decides whose fault it is, and has the token replaced if need be. */
final class Rejections {

    private static final System.Logger LOG = System.getLogger("dev.tollgate.gate");

    private final GateParts parts;
    private final StateCell cell;
    private final Dispatcher dispatcher;
    private final Refusals refusals = new Refusals();
    private final AtomicBoolean toldThatNothingRefreshes = new AtomicBoolean();

    Rejections(GateParts parts, StateCell cell, Dispatcher dispatcher) {
        this.parts = parts;
        this.cell = cell;
        this.dispatcher = dispatcher;
    }

    CompletableFuture<Verdict> decide(Grant used, String client, Trigger trigger, Supplier<Waiter> waiters) {
        return decide(used, client, trigger, waiters, Reason.REJECTED);
    }

    /** The tokens have none for {@code client}; those of others are not to blame for that, and are sent on. */
    CompletableFuture<Verdict> missing(Grant used, String client, Trigger trigger, Supplier<Waiter> waiters) {
        return decide(used, client, trigger, waiters, Reason.MISSING);
    }

    private CompletableFuture<Verdict> decide(
            Grant used, String client, Trigger trigger, Supplier<Waiter> waiters, Reason reason) {
        if (refusals.isPaused(client, parts.time().nanoTime())) {
            return handOver(Why.REFUSES_FRESH_TOKENS);
        }
        while (true) {
            GateState state = cell.get();
            if (state.epoch() != used.epoch()) {
                return handOver(Why.ANOTHER_SIGN_IN);
            }
            if (isReplaced(state, used)) {
                return replayWith(used, admitted(waiters.get(), trigger));
            }
            if (!(state instanceof GateState.Refreshing) && !dispatcher.canFly(state.held(), trigger)) {
                return dispatcher.lacksSubjectToken(trigger)
                        ? CompletableFuture.failedFuture(parts.explain().onBehalfOfNobody(trigger))
                        : nothingToRefreshWith();
            }
            if (state instanceof GateState.Stale stale
                    && dispatcher.isPaused(stale, parts.time().nanoTime())) {
                return CompletableFuture.failedFuture(parts.explain().paused(stale));
            }
            boolean stillGood = reason == Reason.MISSING || refusals.isSuspect(client);
            Held held = stillGood ? state.held() : state.held().rejected();
            Waiter waiter = waiters.get();
            if (reject(state, held, reason, waiter, trigger)) {
                return replayWith(used, waiter);
            }
            waiter.cancel(false);
        }
    }

    /** The application counts {@code used} as expired, whoever else has used it may say so too: it is replaced once. */
    void replace(Grant used, Trigger trigger, Waiter waiter) {
        while (!waiter.isDone()) {
            GateState state = cell.get();
            if (state.epoch() != used.epoch() || isReplaced(state, used)) {
                dispatcher.admit(waiter, trigger);
                return;
            }
            if (!(state instanceof GateState.Refreshing) && !dispatcher.canFly(state.held(), trigger)) {
                if (dispatcher.lacksSubjectToken(trigger)) {
                    waiter.completeExceptionally(parts.explain().onBehalfOfNobody(trigger));
                } else {
                    dispatcher.expire(state);
                }
            } else if (state instanceof GateState.Stale stale
                    && dispatcher.isPaused(stale, parts.time().nanoTime())) {
                waiter.completeExceptionally(parts.explain().paused(stale));
            } else if (reject(state, state.held().rejected(), Reason.EXPIRED, waiter, trigger)) {
                return;
            }
        }
    }

    void replayRejected(Grant fresh, String client) {
        if (refusals.refused(client, fresh, parts.time().nanoTime())) {
            parts.listener().on(new GateEvent.ClientDistrusted(parts.realm(), parts.session(), client));
        }
    }

    void accepted(String client) {
        refusals.accepted(client);
    }

    /** Whether the gate has, or has had, other tokens since {@code used}; or none are to be had. */
    private static boolean isReplaced(GateState state, Grant used) {
        return state instanceof GateState.SessionExpired
                || state.held()
                        .grant()
                        .filter(grant -> grant.generation() == used.generation())
                        .isEmpty();
    }

    private boolean reject(GateState state, Held held, Reason reason, Waiter waiter, Trigger trigger) {
        if (state instanceof GateState.Refreshing refreshing) {
            boolean marked = held.equals(state.held()) || cell.reject(refreshing);
            if (marked) {
                dispatcher.board(waiter, refreshing.flight(), trigger);
            }
            return marked;
        }
        return dispatcher.depart(state, held, reason, trigger, flight -> dispatcher.board(waiter, flight, trigger));
    }

    private Waiter admitted(Waiter waiter, Trigger trigger) {
        dispatcher.admit(waiter, trigger);
        return waiter;
    }

    /** A token of another sign-in must not carry a call that was sent before it. */
    private static CompletableFuture<Verdict> replayWith(Grant used, Waiter waiter) {
        return Relay.of(waiter, grant -> instead(used, grant), () -> {});
    }

    private static Verdict instead(Grant used, Grant grant) {
        if (grant.epoch() != used.epoch()) {
            return new HandOver(Why.ANOTHER_SIGN_IN);
        }
        // what a suspect client has rejected is served on, also to whoever comes back from a flight that was abandoned
        return grant.generation() > used.generation() ? new Replay(grant) : new HandOver(Why.REFUSES_FRESH_TOKENS);
    }

    private CompletableFuture<Verdict> nothingToRefreshWith() {
        if (toldThatNothingRefreshes.compareAndSet(false, true)) {
            LOG.log(
                    Level.WARNING,
                    parts.name() + ": a token was rejected, and there is no refresh token: the 401 reaches the caller");
        }
        return handOver(Why.NOTHING_TO_REFRESH_WITH);
    }

    private static CompletableFuture<Verdict> handOver(Why why) {
        return CompletableFuture.completedFuture(new HandOver(why));
    }
}
