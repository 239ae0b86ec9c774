package dev.tollgate.it.quarkus;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** From an event loop; a call that blocks its caller from a worker thread of the same context. */
abstract class EventLoopMatrix extends VertxMatrix {

    @Inject
    Vertx vertx;

    @Override
    protected <T> T now(Callable<T> call) throws Exception {
        CompletableFuture<T> answer = new CompletableFuture<>();
        vertx.getOrCreateContext()
                .executeBlocking(call)
                .onSuccess(answer::complete)
                .onFailure(answer::completeExceptionally);
        return Serving.get(answer);
    }

    @Override
    protected <T> T later(Supplier<Uni<T>> call) throws Exception {
        CompletableFuture<T> answer = new CompletableFuture<>();
        vertx.getOrCreateContext()
                .runOnContext(now -> call.get().subscribe().with(answer::complete, answer::completeExceptionally));
        return Serving.get(answer);
    }
}
