package dev.tollgate.rest.replay;

import dev.tollgate.time.Deadline;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * What only a REST client implementation can do: send the same request once more without running any filter twice. Found
 * by {@link java.util.ServiceLoader}; the first that {@link #supports} a request is used. Implementations keep no state.
 */
public interface Replay {

    /** Whether {@code request} is one of this implementation's. */
    boolean supports(ClientRequestContext request);

    /** The interface on which the call was made, which need not be the one that declares its method. */
    Optional<Class<?>> clientInterface(ClientRequestContext request);

    /**
     * Where the client was built to send its requests, whatever a parameter, a filter or a listener made of the address
     * of {@code request} since; empty if that cannot be found out.
     */
    Optional<URI> home(ClientRequestContext request);

    /** Whether {@link #canResend} may hold once {@code request} has been sent. */
    boolean mayBeResent(ClientRequestContext request);

    /** Whether {@link #release} and {@link #resend} work for {@code request}. */
    boolean canResend(ClientRequestContext request);

    /** Whether a request filter has answered {@code request}. */
    boolean answeredByFilter(ClientRequestContext request);

    /** Whether {@code request} would be sent on to wherever a redirect leads, out of our sight. */
    boolean followsRedirects(ClientRequestContext request);

    /** Whether the HTTP client sends {@code request} again by itself when its answer is lost. */
    boolean mayRepeat(ClientRequestContext request);

    /** Whether it is told when a request leaves that has waited for a connection, and not only when it is ready to. */
    boolean tellsOfLeaving();

    /** How the body of {@code request}, which all filters have seen, becomes bytes. */
    BodyWriting writing(ClientRequestContext request);

    /** Has what is sent of the body of {@code request} written into {@code copy} as well. */
    void copy(ClientRequestContext request, CapturedBody copy);

    /** Whether {@link #watch} works for {@code request}. */
    boolean canWatch(ClientRequestContext request);

    /**
     * Writes the body of {@code request}, which all filters have seen, before there is a connection for it: of a writer that
     * fails later it could not be known what it has sent. A body that is read while it is sent stays as it is.
     */
    void write(ClientRequestContext request);

    /**
     * Has {@code failed} be given what becomes of {@code request} if it gets no answer. Nothing else is done with it in the
     * filters: it may be on its way, or have failed, when this returns.
     */
    void watch(ClientRequestContext request, Consumer<Throwable> failed);

    /** Puts the answer to {@code request}, which was watched, where filters and callers look for it. */
    void arrived(ClientRequestContext request, ClientResponseContext response);

    /** The filter that sees {@code request} after all others; empty if that can not be told. */
    Optional<Class<?>> lastFilter(ClientRequestContext request);

    /** Whether the body of {@code response} may still be on its way, so that it can keep the thread that reads it waiting. */
    boolean isStillToCome(ClientResponseContext response);

    /**
     * Gives the connection of {@code response} back, and keeps what it says, in case that its caller gets it after all.
     *
     * @param room what may be kept of its body
     * @param until how long that may take to come
     * @return false if there is more; the answer is as it was then
     */
    CompletionStage<Boolean> release(
            ClientRequestContext request, ClientResponseContext response, BodyShare room, Deadline until);

    /**
     * What ends the connection of the answer that {@code response} is now, and of no other that takes its place: if somebody
     * is reading its body, that ends with an exception.
     */
    Runnable abandonment(ClientRequestContext request, ClientResponseContext response);

    /**
     * Sends {@code request} again as it stands.
     *
     * @param body the bytes that were sent; empty if there was no body, or it is to be written once more
     */
    CompletionStage<Arrival> resend(
            ClientRequestContext request, ClientResponseContext response, Optional<byte[]> body);

    /** Where the answer to a call that was sent again is. */
    enum Arrival {
        /** What was the first answer is now that one. */
        IN_PLACE,
        /** It comes through the response filters like the first. */
        ANEW
    }
}
