package dev.tollgate.it.quarkus;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** From a worker that serves a request. */
abstract class WorkerMatrix extends VertxMatrix {

    @Override
    protected <T> T now(Callable<T> call) throws Exception {
        return Serving.at("worker", call);
    }

    @Override
    protected <T> T later(Supplier<Uni<T>> call) throws Exception {
        return Serving.laterAt("worker", call);
    }
}
