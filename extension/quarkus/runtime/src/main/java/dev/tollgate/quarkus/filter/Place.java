package dev.tollgate.quarkus.filter;

import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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
        ContextInternal served = ofWhatIsServed();
        return inThisContext(task -> OwnThreads.run(served == null ? task : () -> in(served, task), application));
    }

    private static Executor inThisContext(Executor place) {
        Consumer<Runnable> context = Infrastructure.decorate((Consumer<Runnable>) Runnable::run);
        return task -> place.execute(() -> context.accept(task));
    }

    private static Executor loop(Context context) {
        return task -> context.runOnContext(nothing -> task.run());
    }

    /** The workers of Quarkus have it too; among what it keeps is the MDC. */
    private static @Nullable ContextInternal ofWhatIsServed() {
        Context here = Vertx.currentContext();
        return here != null && VertxContext.isDuplicatedContext(here) ? (ContextInternal) here : null;
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
