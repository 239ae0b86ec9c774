package dev.tollgate.rest.filter;

import dev.tollgate.rest.call.Departure;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;

/** Looks at a request when nobody can change it any more: a secret of the realm goes to the realm's own origins only. */
@ApplicationScoped
@Priority(DepartureFilter.PRIORITY)
public class DepartureFilter implements ClientRequestFilter {

    /** After everybody else. */
    public static final int PRIORITY = Integer.MAX_VALUE;

    private final Departure departure = new Departure(DepartureFilter.class);

    @Override
    public void filter(ClientRequestContext request) {
        departure.of(request);
    }
}
