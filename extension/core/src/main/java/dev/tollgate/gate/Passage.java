package dev.tollgate.gate;

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
    private volatile @Nullable Grant used;
    private volatile long waitedNanos;

    Passage(TokenGate gate, Trigger trigger) {
        this.gate = gate;
        this.trigger = trigger;
    }

    /** The tokens that the call was last given; null before the first time. */
    public @Nullable Grant used() {
        return used;
    }

    /** The token to send, at once where there is a usable one; else this thread waits. */
    public Grant await() throws NoToken {
        Grant ready = gate.usable(trigger);
        return use(ready != null ? ready : waiting(() -> gate.acquire(trigger, patience())));
    }

    /** The token to send. The stage ends with a {@link NoToken} if there is none; cancelling it touches nobody else. */
    public CompletionStage<Grant> acquire() {
        Grant ready = gate.usable(trigger);
        if (ready != null) {
            return CompletableFuture.completedFuture(use(ready));
        }
        long from = gate.nanoTime();
        return Relay.of(gate.acquire(trigger, patience()), this::use, () -> waitedSince(from));
    }

    /**
     * The token to send instead of the one at hand, which the application counts as expired. The new one is to be used
     * whatever the application thinks of it, or it would be replaced for ever.
     */
    public CompletionStage<Grant> acquireNewer() {
        long from = gate.nanoTime();
        return Relay.of(gate.newerThan(sent(), trigger, patience()), this::use, () -> waitedSince(from));
    }

    /**
     * A token newer than the one at hand, to be sent instead of it by a call that leaves only now; empty if there is none of
     * the same sign-in. Nobody waits, and nothing is refreshed.
     */
    public Optional<Grant> newer() {
        return gate.successorOf(sent()).map(this::use);
    }

    /** What becomes of the call, now that {@code client} has rejected its token; this thread waits if need be. */
    public Verdict awaitVerdict(String client) throws NoToken {
        return use(waiting(() -> gate.rejected(sent(), client, trigger, patience())));
    }

    /** What becomes of the call, now that {@code client} has rejected its token. */
    public CompletionStage<Verdict> verdict(String client) {
        long from = gate.nanoTime();
        return Relay.of(gate.rejected(sent(), client, trigger, patience()), this::use, () -> waitedSince(from));
    }

    /**
     * What becomes of the call, now that there is nothing for {@code client} among the tokens at hand: there may be among
     * the next ones. For other clients those at hand are as good as before.
     */
    public CompletionStage<Verdict> verdictWithoutToken(String client) {
        long from = gate.nanoTime();
        return Relay.of(gate.missing(sent(), client, trigger, patience()), this::use, () -> waitedSince(from));
    }

    /** {@code client} has rejected the token of the replay too. */
    public void replayRejected(String client) {
        gate.replayRejected(sent(), client);
    }

    /** {@code client} has accepted the token. */
    public void accepted(String client) {
        gate.accepted(client);
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
        }
        return verdict;
    }

    private Grant use(Grant grant) {
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
