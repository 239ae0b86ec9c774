package dev.tollgate.gate;

import dev.tollgate.source.Reason;
import dev.tollgate.source.Trigger;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One call on its way through the gate: first it needs a token, later its token may be rejected. It waits no longer than
 * {@link GatePolicy#waitTimeout()}, both waits together. For one call at a time; the threads that it passes through hand
 * it on.
 */
public final class Passage {

    /** The timer of a wait may be late, or gone with the gate's threads: then a thread that blocks counts for itself. */
    private static final Duration OVERTIME = Duration.ofSeconds(1);

    private final TokenGate gate;
    private final Trigger trigger;
    private volatile CallKind kind;
    private volatile @Nullable Grant used;
    private volatile @Nullable Grant repeated;
    private volatile int repeats;
    private volatile long rejectionsKnown;
    private volatile long waitedNanos;

    Passage(TokenGate gate, Trigger trigger, CallKind kind) {
        this.gate = gate;
        this.trigger = trigger;
        this.kind = kind;
    }

    Trigger trigger() {
        return trigger;
    }

    /** The calls that a server treats alike. */
    CallKind kind() {
        return kind;
    }

    /**
     * The call cannot be sent again: it waits for the refresh where one is under way because other calls had their token
     * rejected. To be said before a token is asked for.
     *
     * @return this passage
     */
    public Passage sentOnlyOnce() {
        kind = kind.sentOnlyOnce();
        return this;
    }

    /** How often it has been sent again with the tokens at hand, after they had been rejected. */
    int repeats() {
        return repeats;
    }

    /** The tokens that the call was last given; null before the first time. */
    public @Nullable Grant used() {
        return used;
    }

    /** The token to send, at once where there is a usable one; else this thread waits. */
    public Grant await() throws NoToken {
        Grant ready = gate.usable(trigger, kind);
        return use(ready != null ? ready : waiting(() -> gate.acquire(trigger, kind, patience())));
    }

    /** The token to send. The stage ends with a {@link NoToken} if there is none; cancelling it touches nobody else. */
    public CompletionStage<Grant> acquire() {
        Grant ready = gate.usable(trigger, kind);
        if (ready != null) {
            return CompletableFuture.completedFuture(use(ready));
        }
        long from = gate.nanoTime();
        return Relay.of(gate.acquire(trigger, kind, patience()), this::use, () -> waitedSince(from));
    }

    /**
     * The token to send instead of the one at hand, which the application counts as expired. The new one is to be used
     * whatever the application thinks of it, or it would be replaced for ever.
     */
    public CompletionStage<Grant> acquireNewer() {
        long from = gate.nanoTime();
        return Relay.of(gate.newerThan(sent(), trigger, kind, patience()), this::use, () -> waitedSince(from));
    }

    /**
     * A token newer than the one at hand, to be sent instead of it by a call that leaves only now; empty if there is none of
     * the same sign-in. Nobody waits, and nothing is refreshed.
     */
    public Optional<Grant> newer() {
        return gate.successorOf(sent(), kind).map(this::use);
    }

    /** What becomes of the call, now that its token was rejected; this thread waits if need be. */
    public Verdict awaitVerdict() throws NoToken {
        return use(waiting(() -> gate.rejected(this, sent(), Reason.REJECTED, true, patience())));
    }

    /** What becomes of the call, now that its token was rejected. */
    public CompletionStage<Verdict> verdict() {
        return verdict(Reason.REJECTED);
    }

    /**
     * What becomes of the call, now that there is nothing for it among the tokens at hand: there may be among the next
     * ones. For other clients those at hand are as good as before.
     */
    public CompletionStage<Verdict> verdictWithoutToken() {
        return verdict(Reason.MISSING);
    }

    private CompletionStage<Verdict> verdict(Reason reason) {
        long from = gate.nanoTime();
        return Relay.of(gate.rejected(this, sent(), reason, true, patience()), this::use, () -> waitedSince(from));
    }

    /** Its token was rejected, and it can not be sent again; another token may help the next one. */
    public void rejectedForGood() {
        gate.rejected(this, sent(), Reason.REJECTED, false, patience());
    }

    /**
     * The token of the replay was rejected too.
     *
     * @return whether it is to be sent once more with it, since nodes of the server are known to differ
     */
    public boolean repeatsReplay() {
        boolean again = repeats == 0 && gate.nodesDiffer();
        if (again) {
            repeat();
        }
        return again;
    }

    /** The token of the replay was rejected too, or there was none for it: a new token does not help. */
    public void replayRejected() {
        gate.replayRejected(this, sent());
    }

    /** The token was accepted. */
    public void accepted() {
        Grant sent = sent();
        gate.accepted(this, sent, rejectionsKnown, sent == repeated);
    }

    /** The call is over, whatever came of it. */
    public void ended() {
        if (repeats > 0) {
            gate.ended(this);
        }
    }

    private Grant sent() {
        Grant sent = used;
        if (sent == null) {
            throw new IllegalStateException(trigger.describe() + " has not been given a token");
        }
        return sent;
    }

    private <T> T waiting(Supplier<? extends CompletableFuture<T>> wait) {
        long from = gate.nanoTime();
        CompletableFuture<T> outcome = wait.get();
        try {
            return outcome.get(patience().plus(OVERTIME).toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            outcome.cancel(false);
            throw gate.waitedInVain();
        } catch (InterruptedException e) {
            outcome.cancel(false);
            Thread.currentThread().interrupt();
            throw gate.interrupted();
        } catch (ExecutionException e) {
            throw unchecked(e.getCause());
        } finally {
            waitedSince(from);
        }
    }

    private Duration patience() {
        return gate.waitTimeout().minusNanos(waitedNanos);
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // a call has one wait at a time
    private void waitedSince(long from) {
        waitedNanos += gate.nanoTime() - from;
    }

    private Verdict use(Verdict verdict) {
        if (verdict instanceof Verdict.Replay replay) {
            use(replay.grant());
            repeats = 0;
        } else if (verdict instanceof Verdict.Repeat) {
            repeat();
        }
        return verdict;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // a call is on one way at a time
    private void repeat() {
        repeats++;
        repeated = use(sent());
    }

    private Grant use(Grant grant) {
        rejectionsKnown = gate.rejections();
        used = grant;
        return grant;
    }

    private static RuntimeException unchecked(@Nullable Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(thrown);
    }
}
