package dev.tollgate.it.scenarios.oauth2;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.UriBuilder;

/** A filter of the application that settles only at last where a request goes. */
public class AtLast implements ClientRequestFilter {

    @Override
    public void filter(ClientRequestContext request) {
        request.setUri(UriBuilder.fromUri(request.getUri()).path("at last").build());
    }
}
