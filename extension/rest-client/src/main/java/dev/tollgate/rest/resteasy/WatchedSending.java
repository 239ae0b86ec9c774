package dev.tollgate.rest.resteasy;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.function.Consumer;
import org.jboss.resteasy.client.jaxrs.internal.ClientInvocation;
import org.jboss.resteasy.client.jaxrs.internal.ClientResponse;

/**
 * Sends a request from the last of its filters, in place of RESTEasy, which shows them its answer, but not that there is
 * none. The answer goes on as if a filter had given it, along all response filters.
 */
final class WatchedSending {

    private WatchedSending() {}

    /** Sends {@code request}; {@code failed} is given what its caller gets instead of an answer. */
    static void of(ClientRequestContext request, ClientInvocation invocation, Consumer<Throwable> failed) {
        try {
            ClientResponse answer =
                    (ClientResponse) invocation.getClient().httpEngine().invoke(invocation);
            LastAnswer.keep(answer, request);
            request.abortWith(Response.status(answer.getStatus()).build());
        } catch (RuntimeException | Error e) {
            failed.accept(e);
            throw e;
        }
    }
}
