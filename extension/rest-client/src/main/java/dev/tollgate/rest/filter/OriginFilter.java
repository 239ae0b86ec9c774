package dev.tollgate.rest.filter;

import dev.tollgate.rest.call.Departure;
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

    @Override
    public void filter(ClientRequestContext request) {
        Departure.remember(request);
    }
}
