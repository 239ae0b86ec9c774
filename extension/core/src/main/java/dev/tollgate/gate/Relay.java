package dev.tollgate.gate;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Makes one future of another, without the wrapping of exceptions and the loss of cancellation that come with
 * {@code thenApply}.
 */
final class Relay {

    private Relay() {}

    /** Completes with what {@code map} makes of the value; cancelling it cancels {@code from}. */
    static <A, B> CompletableFuture<B> of(CompletableFuture<A> from, Function<A, B> map, Runnable atTheEnd) {
        CompletableFuture<B> to = new CompletableFuture<>();
        from.whenComplete((value, thrown) -> {
            atTheEnd.run();
            if (thrown == null) {
                to.complete(map.apply(value));
            } else {
                to.completeExceptionally(thrown);
            }
        });
        to.whenComplete((value, thrown) -> {
            if (to.isCancelled()) {
                from.cancel(false);
            }
        });
        return to;
    }
}
