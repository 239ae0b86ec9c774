package dev.tollgate.rest.call;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** One call of a client in a realm; what it does depends on its role. A guest's call is none. */
sealed interface ClientCall permits TokenCall, LoginCall, GateRefreshCall, OwnRefreshCall, CallInsideAFlight {

    /** Which method of which client is called. */
    CallSite site();

    /** The request is about to be shown to the application's filters, when the stage has ended. */
    default CompletionStage<?> prepare(ClientRequestContext request) {
        return Steps.DONE;
    }

    /** Whether a secret of the realm was put on the request, wherever a filter of the application has moved it since. */
    default boolean hasSecret() {
        return true;
    }

    /** Whether the server must not see the request twice. */
    default boolean mustNotBeRepeated() {
        return false;
    }

    /** All filters have seen the request: it is sent next. */
    default void depart(ClientRequestContext request) {}

    /**
     * The request leaves now, perhaps long after it was prepared. Nobody waits. For runtimes that can tell.
     *
     * @throws jakarta.ws.rs.ProcessingException if it must not leave any more
     */
    default void leave(ClientRequestContext request) {}

    /** How long the request may wait for a connection; empty if the REST client's own timeouts shall decide. */
    default Optional<Duration> patienceForConnection() {
        return Optional.empty();
    }

    /** Sees to it that the request does not leave any more. Tells what the caller gets; empty if it has left. */
    default Optional<Throwable> callOff() {
        return Optional.empty();
    }

    /** After which time nobody wants the answer any more; empty if the REST client's own timeouts shall decide. */
    default Optional<Duration> patience() {
        return Optional.empty();
    }

    /** The connection broke in the middle of the answer. Tells what the caller gets. */
    default Throwable cutShort(Throwable thrown) {
        return thrown;
    }

    /** The request was answered; the application sees the answer when the stage has ended. */
    CompletionStage<?> answered(ClientRequestContext request, ClientResponseContext response) throws IOException;
}
