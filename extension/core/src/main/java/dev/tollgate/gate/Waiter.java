package dev.tollgate.gate;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who needs a token. Settled once: by a flight, by its own deadline, or by leaving; whatever settles it, nobody
 * else notices.
 */
final class Waiter extends CompletableFuture<Grant> {

    private final Consumer<Waiter> returnToGate;

    /** @param returnToGate what to do when a flight ended without an outcome */
    Waiter(Consumer<Waiter> returnToGate) {
        this.returnToGate = returnToGate;
    }

    void giveUpAfter(Duration patience, GateThreads threads, Supplier<NoToken> failure) {
        GateThreads.Timer timer = threads.later(patience, () -> completeExceptionally(failure.get()));
        whenComplete((grant, thrown) -> timer.cancel());
    }

    void board(Flight flight) {
        Flight.Seat seat = flight.takeSeat();
        whenComplete((grant, thrown) -> seat.leave());
        flight.landing().whenComplete((grant, thrown) -> {
            seat.leave();
            arrive(grant, thrown);
        });
    }

    private void arrive(Grant grant, @Nullable Throwable thrown) {
        if (thrown == null) {
            complete(grant);
        } else if (thrown instanceof Flight.Abandoned) {
            if (!isDone()) {
                returnToGate.accept(this);
            }
        } else {
            completeExceptionally(thrown);
        }
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new CompletableFuture<>();
    }
}
