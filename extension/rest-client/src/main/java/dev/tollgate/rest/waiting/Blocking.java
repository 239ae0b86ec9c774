package dev.tollgate.rest.waiting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The thread of a call blocks, so that every stage has ended when it is returned, and what follows runs on that thread. */
public enum Blocking implements Waiting {
    /** The one way to block. */
    WAITING;

    @Override
    public <T> CompletionStage<T> until(CompletionStage<T> stage, Duration limit) {
        return settled(stage.toCompletableFuture(), future -> future.get(limit.toNanos(), TimeUnit.NANOSECONDS));
    }

    @Override
    public <T> CompletionStage<T> atMost(Duration patience, CompletionStage<T> stage) {
        CompletableFuture<T> asked = stage.toCompletableFuture();
        // others may wait for the same, so that it is not this caller's to cancel
        return settled(
                asked.isDone() ? asked : asked.copy(), future -> future.get(patience.toNanos(), TimeUnit.NANOSECONDS));
    }

    @Override
    public <T> CompletionStage<T> apart(Callable<T> work) {
        try {
            return CompletableFuture.completedFuture(work.call());
        } catch (Exception e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /**
     * The value of a stage that has been waited for.
     *
     * @throws IOException if it ended with one
     */
    public static <T> T value(CompletionStage<T> stage) throws IOException {
        try {
            return stage.toCompletableFuture().join();
        } catch (CompletionException e) {
            throw thrown(e.getCause());
        }
    }

    /** The same of a stage that does not end with a checked exception. */
    static <T> T unchecked(CompletionStage<T> stage) {
        try {
            return value(stage);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> CompletionStage<T> settled(CompletableFuture<T> future, Wait<T> wait) {
        if (future.isDone()) {
            return future;
        }
        try {
            wait.on(future);
        } catch (ExecutionException e) {
            return future;
        } catch (InterruptedException e) {
            future.cancel(false);
            Thread.currentThread().interrupt();
            return CompletableFuture.failedFuture(e);
        } catch (TimeoutException e) {
            future.cancel(false);
            return CompletableFuture.failedFuture(e);
        }
        return future;
    }

    private static RuntimeException thrown(@Nullable Throwable thrown) throws IOException {
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof IOException io) {
            throw io;
        }
        return thrown instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(thrown);
    }

    @FunctionalInterface
    private interface Wait<T> {
        T on(CompletableFuture<T> future) throws ExecutionException, InterruptedException, TimeoutException;
    }
}
