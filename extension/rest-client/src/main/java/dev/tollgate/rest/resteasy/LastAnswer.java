package dev.tollgate.rest.resteasy;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import java.io.InputStream;
import java.util.Optional;
import org.jboss.resteasy.client.jaxrs.internal.ClientResponse;
import org.jboss.resteasy.client.jaxrs.internal.ClientResponseContextImpl;

/** The last answer to a request, which takes the place of the one that RESTEasy shows to filters and callers. */
final class LastAnswer {

    private static final String PROPERTY = "dev.tollgate.last-answer";

    private LastAnswer() {}

    /** Keeps {@code answer} for {@link #of(ClientRequestContext)}. */
    static void keep(ClientResponse answer, ClientRequestContext request) {
        request.setProperty(PROPERTY, answer);
    }

    /** What was kept or put in place; empty if the only answer is the one that RESTEasy shows. */
    static Optional<ClientResponse> of(ClientRequestContext request) {
        return Optional.ofNullable((ClientResponse) request.getProperty(PROPERTY));
    }

    /** The one that has the connection: in place of the first there may be a later one. */
    static ClientResponse of(ClientRequestContext request, ClientResponseContext response) {
        return of(request).orElseGet(() -> ((ClientResponseContextImpl) response).getClientResponse());
    }

    /** Makes {@code response} look like {@code answer}. */
    static void put(ClientResponse answer, ClientRequestContext request, ClientResponseContext response) {
        response.setStatusInfo(answer.getStatusInfo());
        ((ClientResponseContextImpl) response).getClientResponse().setReasonPhrase(answer.getReasonPhrase());
        response.getHeaders().clear();
        response.getHeaders().putAll(answer.getStringHeaders());
        response.setEntityStream(body(answer));
        keep(answer, request);
    }

    /** The raw stream: no reader interceptor has run yet, and it keeps the answer reachable until it is read. */
    private static InputStream body(ClientResponse answer) {
        InputStream body = new ClientResponseContextImpl(answer).getEntityStream();
        if (body == null) {
            answer.close();
            // null would bring the first answer's body back
            return InputStream.nullInputStream();
        }
        return body;
    }
}
