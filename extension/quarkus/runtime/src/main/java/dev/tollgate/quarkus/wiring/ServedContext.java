package dev.tollgate.quarkus.wiring;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import java.util.concurrent.Executor;

/** The context of Vert.x in which a request is served, as a worker of Quarkus has it too. It keeps the MDC, among others. */
public final class ServedContext {

    private ServedContext() {}

    /** {@code place}, with the context of this thread. */
    public static Executor at(Executor place) {
        Context here = Vertx.currentContext();
        return here != null && VertxContext.isDuplicatedContext(here)
                ? task -> place.execute(() -> in((ContextInternal) here, task))
                : place;
    }

    private static void in(ContextInternal context, Runnable task) {
        ContextInternal before = context.beginDispatch();
        try {
            task.run();
        } finally {
            context.endDispatch(before);
        }
    }
}
