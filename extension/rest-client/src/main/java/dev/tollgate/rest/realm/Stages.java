package dev.tollgate.rest.realm;

import dev.tollgate.rest.TokenUnavailableException;
import jakarta.ws.rs.ProcessingException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Waits for the application's callbacks, where a runtime has no better way. */
public final class Stages {

    private Stages() {}

    /**
     * What {@code callback} answers, now or later.
     *
     * @param what it is, for messages
     * @throws ProcessingException if it fails, or does not answer within {@code patience}
     */
    public static <T> T await(String what, Duration patience, Supplier<? extends CompletionStage<T>> callback) {
        try {
            return callback.get().toCompletableFuture().get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TokenUnavailableException(what + ": the thread was interrupted", e, Instant.now());
        } catch (TimeoutException e) {
            throw new TokenUnavailableException(
                    what + " did not answer within " + patience.toMillis() + " ms (wait-timeout)", e, Instant.now());
        } catch (ExecutionException e) {
            throw failure(what, e.getCause());
        } catch (RuntimeException e) {
            throw failure(what, e);
        }
    }

    /** The exceptions of Jakarta REST reach the caller as they are. */
    private static ProcessingException failure(String what, @Nullable Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof ProcessingException told
                ? told
                : new ProcessingException(what + " failed: " + thrown, thrown);
    }
}
