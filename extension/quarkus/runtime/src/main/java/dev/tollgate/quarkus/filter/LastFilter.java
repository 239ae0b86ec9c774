package dev.tollgate.quarkus.filter;

import dev.tollgate.quarkus.replay.LastMoment;
import dev.tollgate.quarkus.replay.Sending;
import dev.tollgate.rest.call.Departure;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import org.jboss.resteasy.reactive.client.impl.RestClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestContext;
import org.jboss.resteasy.reactive.client.spi.ResteasyReactiveClientRequestFilter;

/** Looks at a request when nobody can change it any more: a secret of the realm goes to the realm's own origins only. */
@Singleton
@Priority(Integer.MAX_VALUE)
public class LastFilter implements ResteasyReactiveClientRequestFilter {

    private final Departure departure = new Departure(LastFilter.class);

    @Override
    public void filter(ResteasyReactiveClientRequestContext context) {
        RestClientRequestContext request = context.unwrap(RestClientRequestContext.class);
        try {
            Sending.remember(request);
            departure.of(context);
            LastMoment.await(context);
            WithoutConnection.await(context);
        } catch (RuntimeException e) {
            new Resumption(request).after(CompletableFuture.failedFuture(e));
        }
    }
}
