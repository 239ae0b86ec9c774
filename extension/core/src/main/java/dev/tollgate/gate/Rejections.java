package dev.tollgate.gate;

import dev.tollgate.gate.RejectionRule.Next;
import dev.tollgate.gate.Verdict.Why;
import dev.tollgate.source.Reason;
import dev.tollgate.source.Trigger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/** What follows when a resource server rejects a token: finds out what is known, and does what {@link RejectionRule} says. */
final class Rejections {

    /** So long others wait for a probe. */
    static final Duration PROBE_PATIENCE = Duration.ofSeconds(1);

    private static final System.Logger LOG = System.getLogger("dev.tollgate.gate");

    private final GateParts parts;
    private final StateCell cell;
    private final Dispatcher dispatcher;
    private final Refusals refusals;
    private final AtomicBoolean toldThatNothingRefreshes = new AtomicBoolean();

    Rejections(GateParts parts, StateCell cell, Dispatcher dispatcher, Refusals refusals) {
        this.parts = parts;
        this.cell = cell;
        this.dispatcher = dispatcher;
        this.refusals = refusals;
    }

    /** Settles what becomes of {@code call}. */
    void decide(RejectedCall call) {
        // a kind of call that new tokens do not help either says nothing of this one
        if (call.reason() == Reason.REJECTED && !refusals.isSuspect(call.kind())) {
            refusals.rejected(call.kind(), call.used());
        }
        Optional<Probe> own = refusals.probeOf(call.passage());
        follow(call, true);
        own.ifPresent(refusals::refused); // not before: who has waited for it is to find what follows from it
    }

    private void follow(RejectedCall call, boolean mayProbe) {
        while (!call.isSettled()) {
            GateState state = cell.get();
            if (state.epoch() != call.used().epoch()) {
                call.handOver(Why.ANOTHER_SIGN_IN);
            } else if (isReplaced(state, call.used())) {
                dispatcher.admit(call.waiter(), call.trigger());
                return;
            } else if (mayNotDepart(state)) {
                call.handOver(Why.ENDING);
            } else if (!(state instanceof GateState.Refreshing) && !dispatcher.canFly(state.held(), call.trigger())) {
                nothingToFlyWith(call);
            } else if (follow(call, state, next(call, state, mayProbe))) {
                return;
            }
        }
    }

    private Next next(RejectedCall call, GateState state, boolean mayProbe) {
        long now = parts.time().nanoTime();
        if (call.reason()
                == Reason.MISSING) { // the tokens have none for such calls; for others they are as good as before
            return refusals.isPaused(call.kind(), now) ? Next.REFUSES_FRESH_TOKENS : Next.REFRESH_ASIDE;
        }
        boolean flying = state instanceof GateState.Refreshing;
        boolean served = state.held().usable(now) != null;
        return RejectionRule.after(refusals.situation(call, mayProbe, flying, served, now));
    }

    /** The application ends: a flight that is under way may still land. */
    private boolean mayNotDepart(GateState state) {
        return !(state instanceof GateState.Refreshing) && dispatcher.isEnding(state);
    }

    /** Whether that was all; else the state has to be looked at again. */
    private boolean follow(RejectedCall call, GateState state, Next next) {
        return switch (next) {
            case REFUSES_FRESH_TOKENS -> handedOver(call, Why.REFUSES_FRESH_TOKENS);
            case NODES_DIFFER -> handedOver(call, Why.NODES_DIFFER);
            case REPEAT -> repeated(call);
            case PROBE -> probed(call);
            case AWAIT_PROBE -> awaitsProbe(call);
            case REFRESH_ASIDE -> refreshed(call, state, state.held());
            case REFRESH_FOR_SUCH_CALLS -> {
                refusals.bar(call.kind(), call.used());
                yield refreshed(call, state, state.held());
            }
            case REFRESH_FOR_ALL -> refreshed(call, state, state.held().rejected());
        };
    }

    private static boolean handedOver(RejectedCall call, Why why) {
        call.handOver(why);
        return true;
    }

    private static boolean repeated(RejectedCall call) {
        call.repeat();
        return true;
    }

    private boolean probed(RejectedCall call) {
        Probe probe = new Probe(call.passage(), parts.threads());
        if (!refusals.begin(probe)) {
            return false;
        }
        try {
            GateThreads.Timer timer = parts.threads().later(probePatience(), () -> refusals.abandon(probe));
            probe.whenOver(timer::cancel);
        } catch (RejectedExecutionException e) {
            refusals.abandon(probe);
        }
        if (!call.repeat()) {
            refusals.abandon(probe);
        }
        return true;
    }

    private Duration probePatience() {
        Duration half = parts.policy().waitTimeout().dividedBy(2);
        return half.compareTo(PROBE_PATIENCE) < 0 ? half : PROBE_PATIENCE;
    }

    private boolean awaitsProbe(RejectedCall call) {
        call.waiter();
        return refusals.probe()
                .map(probe -> {
                    probe.whenOver(() -> follow(call, false));
                    return true;
                })
                .orElse(false);
    }

    private boolean refreshed(RejectedCall call, GateState state, Held held) {
        if (isPaused(state)) {
            return failedInThePause(call, (GateState.Stale) state, held);
        }
        boolean departs = !(state instanceof GateState.Refreshing);
        boolean done = reject(state, held, call.reason(), call.waiter(), call.trigger());
        if (done && departs && call.reason() == Reason.REJECTED) {
            refusals.refreshed(parts.time().nanoTime());
        }
        return done;
    }

    /** What is known of the token holds for other calls too, although nothing can replace it yet. */
    private boolean failedInThePause(RejectedCall call, GateState.Stale state, Held held) {
        boolean marked = held.equals(state.held()) || cell.reject(state);
        if (marked) {
            call.fail(parts.explain().paused(state));
        }
        return marked;
    }

    private boolean isPaused(GateState state) {
        return state instanceof GateState.Stale stale
                && dispatcher.isPaused(stale, parts.time().nanoTime());
    }

    /** The application counts {@code used} as expired, whoever else has used it may say so too: it is replaced once. */
    void replace(Grant used, Trigger trigger, Waiter waiter) {
        while (!waiter.isDone()) {
            GateState state = cell.get();
            if (state.epoch() != used.epoch() || isReplaced(state, used)) {
                dispatcher.admit(waiter, trigger);
                return;
            }
            if (mayNotDepart(state)) {
                waiter.completeExceptionally(parts.explain().ending());
            } else if (!(state instanceof GateState.Refreshing) && !dispatcher.canFly(state.held(), trigger)) {
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

    /** {@code fresh} tokens have been rejected too. */
    void replayRejected(Passage call, Grant fresh) {
        if (refusals.replayRejected(call.kind().name(), fresh, parts.time().nanoTime())) {
            parts.listener()
                    .on(new GateEvent.ClientDistrusted(
                            parts.realm(), parts.session(), call.trigger().describe()));
        }
    }

    /** @param repeated whether they had been rejected before */
    void accepted(Passage call, Grant used, long known, boolean repeated) {
        refusals.accepted(call.kind().name(), used, known);
        if (repeated && refusals.repeatAccepted(parts.time().nanoTime())) {
            parts.listener()
                    .on(new GateEvent.NodeDistrusted(
                            parts.realm(), parts.session(), call.trigger().describe()));
        }
    }

    /** {@code call} is at its end: nobody needs to wait for a probe of its any more. */
    void ended(Passage call) {
        refusals.probeOf(call).ifPresent(refusals::abandon);
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

    private void nothingToFlyWith(RejectedCall call) {
        if (dispatcher.lacksSubjectToken(call.trigger())) {
            call.fail(parts.explain().onBehalfOfNobody(call.trigger()));
            return;
        }
        if (toldThatNothingRefreshes.compareAndSet(false, true)) {
            LOG.log(
                    Level.WARNING,
                    parts.name() + ": a token was rejected, and there is no refresh token: the 401 reaches the caller");
        }
        call.handOver(Why.NOTHING_TO_REFRESH_WITH);
    }
}
