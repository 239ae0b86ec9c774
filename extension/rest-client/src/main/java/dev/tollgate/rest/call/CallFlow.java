package dev.tollgate.rest.call;

import dev.tollgate.gate.NoToken;
import dev.tollgate.rest.TokenUnavailableException;
import dev.tollgate.rest.realm.NoTokens;
import dev.tollgate.rest.waiting.Waiting;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What the filters of a runtime do with a request, in this order: {@link #enter} before the application's filters,
 * {@link Departure} after them, {@link #leaving} where a request may wait for a connection, {@link #answered} before
 * anybody else sees the answer. Stages fail with what the caller
 * is to get. Safe for use by many threads.
 */
public final class CallFlow {

    /** The request property under which a call travels with its request. */
    public static final String CALL = "dev.tollgate.call";

    /**
     * The request property under which a runtime puts the {@link #CALL} of an earlier request, if it gives the headers of
     * that one to a new request: what is ours in them is not the caller's.
     */
    public static final String EARLIER_CALL = "dev.tollgate.earlier-call";

    private final Calls calls;

    /** @param waiting how calls wait on this runtime */
    public CallFlow(Waiting waiting) {
        this.calls = new Calls(waiting);
    }

    /** Prepares {@code request}, whose filters go on when the stage has ended. On the thread that has the caller's context. */
    public CompletionStage<?> enter(ClientRequestContext request) {
        return calls.of(request)
                .<CompletionStage<?>>map(found -> found.thenCompose(call -> enter(request, call)))
                .orElse(Steps.DONE);
    }

    private static CompletionStage<?> enter(ClientRequestContext request, ClientCall call) {
        request.setProperty(CALL, call);
        return told(call, () -> call.prepare(request));
    }

    /**
     * {@code request} is sent now, which may be long after it was prepared: a token that has become known since goes on it.
     * For a runtime that can tell ({@link dev.tollgate.rest.replay.Replay#tellsOfLeaving}); nobody waits.
     *
     * @throws jakarta.ws.rs.ProcessingException if it must not be sent any more
     */
    public static void leaving(ClientRequestContext request) {
        if (request.getProperty(CALL) instanceof ClientCall call) {
            call.leave(request);
        }
    }

    /**
     * After which time {@code request}, if it still waits for a connection, is to be {@linkplain #callOff called off};
     * empty if the REST client's own timeouts shall decide.
     */
    public static Optional<Duration> patienceForConnection(ClientRequestContext request) {
        return request.getProperty(CALL) instanceof ClientCall call ? call.patienceForConnection() : Optional.empty();
    }

    /** Sees to it that {@code request} does not leave any more. Tells what the caller gets; empty if it has left. */
    public static Optional<Throwable> callOff(ClientRequestContext request) {
        return request.getProperty(CALL) instanceof ClientCall call ? call.callOff() : Optional.empty();
    }

    /**
     * After which time {@code request} may be broken off, since nobody wants its answer any more; empty if the REST
     * client's own timeouts shall decide.
     */
    public static Optional<Duration> patience(ClientRequestContext request) {
        return request.getProperty(CALL) instanceof ClientCall call ? call.patience() : Optional.empty();
    }

    /**
     * How long the body of an answer to {@code request} may take that has this {@code status}; empty if the REST client's
     * own timeouts shall decide. For a runtime that reads bodies before anybody is {@link #answered}.
     */
    public static Optional<Duration> patienceForBody(ClientRequestContext request, int status) {
        return status == Response.Status.UNAUTHORIZED.getStatusCode()
                        && request.getProperty(CALL) instanceof TokenCall call
                        && call.carriesItsToken(request)
                ? Optional.of(call.site().patience().remaining())
                : Optional.empty();
    }

    /** Looks at the answer to {@code request}, which goes to the application when the stage has ended. */
    public static CompletionStage<?> answered(ClientRequestContext request, ClientResponseContext response) {
        return request.getProperty(CALL) instanceof ClientCall call
                ? told(call, () -> call.answered(request, response))
                : Steps.DONE;
    }

    /**
     * The answer to {@code request} has begun and ended in the middle. For a runtime that finds that out by itself; where
     * bodies are read from a stream, {@link #answered} does.
     *
     * @return what the caller gets instead of {@code thrown}, or {@code thrown}
     */
    public static Throwable cutShort(ClientRequestContext request, Throwable thrown) {
        return request.getProperty(CALL) instanceof ClientCall call ? call.cutShort(thrown) : thrown;
    }

    private static CompletionStage<?> told(ClientCall call, Step step) {
        try {
            return step.take().exceptionally(thrown -> {
                throw new CompletionException(toCaller(call, thrown));
            });
        } catch (IOException | RuntimeException e) {
            return CompletableFuture.failedFuture(toCaller(call, e));
        }
    }

    private static @Nullable Throwable toCaller(ClientCall call, @Nullable Throwable thrown) {
        Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
        if (cause instanceof InterruptedException) {
            return new TokenUnavailableException(
                    "realm '" + call.site().realm() + "': the thread was interrupted while it waited for a token",
                    cause,
                    Instant.now());
        }
        if (cause instanceof TimeoutException) {
            return new TokenUnavailableException(
                    "realm '" + call.site().realm() + "': no token in time; the application may be ending",
                    cause,
                    Instant.now());
        }
        return cause instanceof NoToken none ? NoTokens.toCaller(none) : cause;
    }

    @FunctionalInterface
    private interface Step {
        CompletionStage<?> take() throws IOException;
    }
}
