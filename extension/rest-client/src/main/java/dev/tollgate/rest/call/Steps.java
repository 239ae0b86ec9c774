package dev.tollgate.rest.call;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Steps of a call that have nothing to wait for. */
final class Steps {

    /** There is nothing more to do. */
    static final CompletionStage<Object> DONE = CompletableFuture.completedStage(true);

    private Steps() {}

    static <T> CompletionStage<T> now(T value) {
        return CompletableFuture.completedFuture(value);
    }
}
