package dev.tollgate.rest.filter;

import dev.tollgate.rest.origin.Origin;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;

/** Remembers where a client's requests go before any filter changes that. */
@ApplicationScoped
@Priority(OriginFilter.PRIORITY)
public class OriginFilter implements ClientRequestFilter {

    /** Before everybody else. */
    public static final int PRIORITY = Integer.MIN_VALUE;

    /** The request property under which the origin travels. */
    static final String PROPERTY = "dev.tollgate.origin";

    @Override
    public void filter(ClientRequestContext request) {
        Origin.of(request.getUri()).ifPresent(home -> request.setProperty(PROPERTY, home));
    }
}
