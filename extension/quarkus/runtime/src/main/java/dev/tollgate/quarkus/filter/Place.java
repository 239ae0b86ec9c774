package dev.tollgate.quarkus.filter;

import dev.tollgate.quarkus.wiring.ServedContext;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Where a call may go on: on the event loop that it came from, or on a thread of ours if it came from anywhere else. */
final class Place {

    private Place() {}

    /** The place of a call that is being made by this thread; the context of this thread goes along. */
    static Executor here() {
        Context loop = Context.isOnEventLoopThread() ? Vertx.currentContext() : null;
        return loop == null ? apart() : inThisContext(loop(loop));
    }

    /** Where a thread may block for a while, with the context of this one. */
    static Executor apart() {
        ClassLoader application = Thread.currentThread().getContextClassLoader();
        return inThisContext(ServedContext.at(task -> OwnThreads.run(task, application)));
    }

    private static Executor inThisContext(Executor place) {
        Consumer<Runnable> context = Infrastructure.decorate((Consumer<Runnable>) Runnable::run);
        return task -> place.execute(() -> context.accept(task));
    }

    private static Executor loop(Context context) {
        return task -> context.runOnContext(nothing -> task.run());
    }
}
