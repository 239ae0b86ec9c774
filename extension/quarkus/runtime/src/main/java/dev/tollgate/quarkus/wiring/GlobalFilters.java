package dev.tollgate.quarkus.wiring;

import dev.tollgate.rest.wiring.RuntimeFilters;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/** The filters are put on every client when the application is built. */
public final class GlobalFilters implements RuntimeFilters {

    @Override
    public void register(RestClientBuilder builder) {
        // nothing is left to do
    }
}
