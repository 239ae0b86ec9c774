package dev.tollgate.quarkus.filter;

import dev.tollgate.rest.call.Departure;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestFilter;

/** Remembers where a client's requests go before any filter changes that. */
@Singleton
@Priority(Integer.MIN_VALUE)
public class HomeFilter implements ResteasyReactiveClientRequestFilter {

    @Override
    public void filter(ResteasyReactiveClientRequestContext request) {
        Departure.remember(request);
    }
}
