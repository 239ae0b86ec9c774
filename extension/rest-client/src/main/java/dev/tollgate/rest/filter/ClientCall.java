package dev.tollgate.rest.filter;

import dev.tollgate.source.Trigger;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import java.io.IOException;

/** One call of a client in a realm; what it does depends on its role. A guest's call is none. */
sealed interface ClientCall extends Trigger permits TokenCall, LoginCall, GateRefreshCall, OwnRefreshCall {

    /** The request property under which a call travels with its request. */
    String PROPERTY = "dev.tollgate.call";

    /** The request is about to be sent. */
    void prepare(ClientRequestContext request);

    /** The request was answered. */
    void answered(ClientRequestContext request, ClientResponseContext response) throws IOException;
}
