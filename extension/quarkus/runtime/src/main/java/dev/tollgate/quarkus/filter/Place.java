package dev.tollgate.quarkus.filter;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;

/** Where a call may go on: on the event loop that it came from, or on a thread of ours if it came from anywhere else. */
final class Place {

    private Place() {}

    /** The place of a call that is being made by this thread. */
    static Executor here() {
        Context loop = Context.isOnEventLoopThread() ? Vertx.currentContext() : null;
        return loop == null ? apart() : loop(loop);
    }

    /** Where a thread may block for a while. */
    static Executor apart() {
        ClassLoader application = Thread.currentThread().getContextClassLoader();
        return task -> OwnThreads.run(task, application);
    }

    private static Executor loop(Context context) {
        return task -> context.runOnContext(nothing -> task.run());
    }
}
