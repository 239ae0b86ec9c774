package dev.tollgate.quarkus.filter;

import dev.tollgate.rest.waiting.Blocking;
import dev.tollgate.rest.waiting.Waiting;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * No thread waits: what follows runs where the call was, with the context that it had there. But while a thread that
 * would be blocked by its synchronous call anyway prepares that call, it waits by itself.
 */
enum Suspending implements Waiting {
    WAITING;

    private static final ThreadLocal<@Nullable Waiting> OF_THIS_THREAD = new ThreadLocal<>();

    /** Lets this thread wait by itself in {@code steps}. */
    static <T> T byItself(Callable<T> steps) throws Exception {
        return with(Blocking.WAITING, steps);
    }

    /** Lets no thread wait in {@code steps}. */
    static <T> T suspended(Callable<T> steps) throws Exception {
        return with(null, steps);
    }

    /** The application's code may make a call while its thread prepares another one. */
    private static <T> T with(@Nullable Waiting own, Callable<T> steps) throws Exception {
        Waiting before = OF_THIS_THREAD.get();
        set(own);
        try {
            return steps.call();
        } finally {
            set(before);
        }
    }

    private static void set(@Nullable Waiting own) {
        if (own == null) {
            OF_THIS_THREAD.remove();
        } else {
            OF_THIS_THREAD.set(own);
        }
    }

    @Override
    public <T> CompletionStage<T> until(CompletionStage<T> stage, Duration limit) {
        Waiting own = OF_THIS_THREAD.get();
        return own == null ? goingOn(stage) : own.until(stage, limit);
    }

    @Override
    public <T> CompletionStage<T> atMost(Duration patience, CompletionStage<T> stage) {
        Waiting own = OF_THIS_THREAD.get();
        return own == null
                ? goingOn(stage.toCompletableFuture().copy().orTimeout(patience.toNanos(), TimeUnit.NANOSECONDS))
                : own.atMost(patience, stage);
    }

    @Override
    public <T> CompletionStage<T> apart(Callable<T> work) {
        Waiting own = OF_THIS_THREAD.get();
        return own == null ? goingOn(onItsOwnThread(work)) : own.apart(work);
    }

    /** What {@code work} returns; the context goes along with it. */
    static <T> CompletableFuture<T> onItsOwnThread(Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Place.apart().execute(() -> {
            try {
                result.complete(work.call());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    private static <T> CompletionStage<T> goingOn(CompletionStage<T> stage) {
        if (stage.toCompletableFuture().isDone()) {
            return stage;
        }
        CompletableFuture<T> result = new CompletableFuture<>();
        Executor place = Place.here();
        stage.whenComplete((value, thrown) -> place.execute(() -> settle(result, stage)));
        return result;
    }

    private static <T> void settle(CompletableFuture<T> result, CompletionStage<T> ended) {
        ended.whenComplete((value, thrown) -> {
            if (thrown == null) {
                result.complete(value);
            } else {
                result.completeExceptionally(thrown);
            }
        });
    }
}
