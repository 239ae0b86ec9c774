package dev.tollgate.gate;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Somebody who needs a token. Settled once: by a flight, by its own deadline, or by leaving; whatever settles it, nobody
 * else notices.
 */
final class Waiter extends CompletableFuture<Grant> {

    private final CallKind kind;
    private final Consumer<Waiter> returnToGate;

    /**
     * @param kind of the call that needs it
     * @param returnToGate what to do when a flight ended without an outcome
     */
    Waiter(CallKind kind, Consumer<Waiter> returnToGate) {
        this.kind = kind;
        this.returnToGate = returnToGate;
    }

    CallKind kind() {
        return kind;
    }

    void giveUpAfter(Duration patience, GateThreads threads, Supplier<NoToken> failure) {
        try {
            GateThreads.Timer timer = threads.later(patience, () -> completeExceptionally(failure.get()));
            whenComplete((grant, thrown) -> timer.cancel());
        } catch (RejectedExecutionException e) {
            completeExceptionally(failure.get()); // the threads are gone, and who waits without a timer waits for ever
        }
    }

    void board(Flight flight) {
        long seat = flight.seat(this);
        whenComplete((grant, thrown) -> flight.leave(seat));
    }

    /** The flight has ended. */
    void arrive(Flight.Outcome outcome) {
        if (outcome instanceof Flight.Outcome.Brought brought) {
            complete(brought.grant());
        } else if (outcome instanceof Flight.Outcome.Failed failed) {
            completeExceptionally(failed.failure());
        } else if (!isDone()) {
            returned();
        }
    }

    /** What fails in here is of no concern to the others who have waited for the same flight. */
    private void returned() {
        try {
            returnToGate.accept(this);
        } catch (RuntimeException | Error e) {
            completeExceptionally(e);
        }
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new CompletableFuture<>();
    }
}
