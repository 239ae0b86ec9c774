package dev.tollgate.rest.filter;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;

/** A call of the refresh method by the application's own token source, which makes what it likes of the answer. */
record CallInsideAFlight(CallSite site) implements ClientCall {

    @Override
    public void answered(ClientRequestContext request, ClientResponseContext response) {
        // the token source sees it
    }
}
