package dev.tollgate.oauth2;

import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.time.Deadline;
import dev.tollgate.time.TimeSource;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Whether there is a way to the token endpoint, and a connection that carries the next request. Grants are POST only
 * (RFC 6749 §3.2), so a GET asks for nothing and has no secret: whatever the server makes of it, it is there. Safe for use
 * by many threads, one of which asks for all.
 */
final class Reach {

    /** How long an answer tells that the server is there: shorter than one can be stopped and its proxy notice. */
    static final Duration LATELY = Duration.ofMillis(250);

    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;

    private final Transport transport;
    private final TimeSource time;
    private final AtomicReference<@Nullable Answered> last = new AtomicReference<>();
    private final AtomicReference<@Nullable CompletableFuture<Void>> asking = new AtomicReference<>();

    private record Answered(URI endpoint, long at) {}

    Reach(Transport transport, TimeSource time) {
        this.transport = transport;
        this.time = time;
    }

    /**
     * Makes sure that {@code endpoint} answers, unless it has done so lately. Takes half of the time at most: what it is for
     * has to be sent too, and an attempt that ends in here must be known to have sent nothing.
     *
     * @throws TokenFailure.Transient if it does not; nothing but the question has been sent then
     */
    void check(URI endpoint, Deadline deadline) {
        if (hasAnsweredLately(endpoint)) {
            return;
        }
        Deadline half = Deadline.in(deadline.remaining().dividedBy(2), time);
        CompletableFuture<Void> mine = new CompletableFuture<>();
        CompletableFuture<Void> running = asking.compareAndExchange(null, mine);
        if (running != null) {
            await(running, endpoint, half);
            return;
        }
        try {
            ask(endpoint, half);
            mine.complete(null);
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            asking.set(null);
        }
    }

    private boolean hasAnsweredLately(URI endpoint) {
        Answered answered = last.get();
        return answered != null
                && answered.endpoint.equals(endpoint)
                && time.nanoTime() - answered.at < LATELY.toNanos();
    }

    private void ask(URI endpoint, Deadline deadline) {
        if (hasAnsweredLately(endpoint)) {
            return; // to another thread, just now
        }
        HTTPResponse answer;
        try {
            answer = transport.ask(endpoint, deadline);
        } catch (IOException e) {
            lost();
            throw unsent(endpoint, "got no answer" + transport.reason(e), e, null);
        }
        answered(endpoint, answer.getStatusCode());
        if (answer.getStatusCode() == PROXY_AUTHENTICATION_REQUIRED) {
            throw new TokenFailure.Configuration(
                    "GET " + endpoint + " was answered with 407 by the proxy: are proxy-user"
                            + " and proxy-password those that it knows? No refresh token was sent there");
        }
        if (isWithoutServer(answer.getStatusCode())) {
            @Nullable Duration pause = TokenAnswers.retryAfter(answer).orElse(null);
            throw unsent(endpoint, "was answered with " + answer.getStatusCode(), null, pause);
        }
    }

    /** The endpoint has answered a request with {@code status}, just now. */
    void answered(URI endpoint, int status) {
        boolean there = !isWithoutServer(status) && status != PROXY_AUTHENTICATION_REQUIRED;
        last.set(there ? new Answered(endpoint, time.nanoTime()) : null);
    }

    /** The endpoint has not answered a request. */
    void lost() {
        last.set(null);
    }

    /** What a proxy answers that has no server behind it; Cloudflare's has statuses of its own for that. */
    private static boolean isWithoutServer(int status) {
        return (status >= 502 && status <= 504) || (status >= 520 && status <= 530);
    }

    private static void await(CompletableFuture<Void> running, URI endpoint, Deadline deadline) {
        try {
            running.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unsent(endpoint, "was interrupted", e, null);
        } catch (TimeoutException e) {
            throw unsent(endpoint, "got no answer in time", e, null);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof TokenFailure told ? told : unsent(endpoint, "failed", e.getCause(), null);
        }
    }

    private static TokenFailure unsent(
            URI endpoint, String what, @Nullable Throwable cause, @Nullable Duration retryAfter) {
        return TokenFailure.Transient.unsent(
                "GET " + endpoint + " " + what + ", so no refresh token was sent there (probe=true)",
                cause,
                retryAfter);
    }
}
