package dev.tollgate.rest.waiting;

import dev.tollgate.rest.TokenUnavailableException;
import jakarta.ws.rs.ProcessingException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks a bean of the application.
 *
 * @param what it is, for messages
 * @param patience how long it may take
 */
public record Callback(String what, Duration patience) {

    /**
     * What {@code bean} answers, now or later. Fails with a {@link ProcessingException} if the bean does, or does not
     * answer in time.
     */
    public <T> CompletionStage<T> ask(Waiting waiting, Supplier<? extends CompletionStage<T>> bean) {
        return told(waiting.atMost(patience, asked(bean)));
    }

    /** The same, while no thread waits. */
    public <T> CompletionStage<T> askLater(Supplier<? extends CompletionStage<T>> bean) {
        return told(asked(bean).toCompletableFuture().copy().orTimeout(patience.toNanos(), TimeUnit.NANOSECONDS));
    }

    private <T> CompletionStage<T> told(CompletionStage<T> answer) {
        return answer.exceptionally(thrown -> {
            throw failure(thrown instanceof CompletionException wrapped ? wrapped.getCause() : thrown);
        });
    }

    /**
     * The same, while this thread blocks.
     *
     * @throws ProcessingException if the bean fails, or does not answer in time
     */
    public <T> T ask(Supplier<? extends CompletionStage<T>> bean) {
        return Blocking.unchecked(ask(Blocking.WAITING, bean));
    }

    private <T> CompletionStage<T> asked(Supplier<? extends @Nullable CompletionStage<T>> bean) {
        try {
            CompletionStage<T> answer = bean.get();
            return answer != null
                    ? answer
                    : CompletableFuture.failedFuture(new IllegalStateException("null was returned, not a stage"));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** The exceptions of Jakarta REST reach the caller as they are. */
    private ProcessingException failure(@Nullable Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof InterruptedException) {
            return new TokenUnavailableException(what + ": the thread was interrupted", thrown, Instant.now());
        }
        if (thrown instanceof TimeoutException) {
            return new TokenUnavailableException(
                    what + " did not answer within " + patience.toMillis() + " ms (wait-timeout)",
                    thrown,
                    Instant.now());
        }
        return thrown instanceof ProcessingException told
                ? told
                : new ProcessingException(what + " failed: " + thrown, thrown);
    }
}
