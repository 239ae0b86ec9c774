package dev.tollgate.quarkus.filter;

import dev.tollgate.quarkus.wiring.ClientListener;
import dev.tollgate.rest.call.Departure;
import dev.tollgate.rest.realm.CallContext;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.net.URI;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestFilter;

/** Remembers where a client's requests go before a parameter with {@code @Url}, or any filter, changes that. */
@Singleton
@Priority(Integer.MIN_VALUE)
public class HomeFilter implements ResteasyReactiveClientRequestFilter {

    /** The request property under which the context of the caller travels. */
    static final String CALLER = "dev.tollgate.caller";

    @Override
    public void filter(ResteasyReactiveClientRequestContext request) {
        // a filter may go on on another thread before the token is put on
        request.setProperty(CALLER, CallContext.capture());
        URI base = ClientListener.baseOf(request.getConfiguration());
        Departure.remember(request, base == null ? request.getUri() : base);
    }
}
