package dev.tollgate.quarkus.wiring;

import dev.tollgate.quarkus.replay.LastMoment;
import dev.tollgate.rest.wiring.RuntimeFilters;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.jboss.resteasy.reactive.client.impl.VertxRequestCustomizingClientBuilder;

/** The filters are put on every client when the application is built; what comes after all filters is put here. */
public final class GlobalFilters implements RuntimeFilters {

    @Override
    public void register(RestClientBuilder builder) {
        if (builder instanceof VertxRequestCustomizingClientBuilder<?> client) {
            client.httpClientRequestCustomizer(LastMoment::hasCome);
        }
    }
}
