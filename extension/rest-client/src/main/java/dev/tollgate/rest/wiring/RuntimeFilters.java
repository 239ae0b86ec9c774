package dev.tollgate.rest.wiring;

import org.eclipse.microprofile.rest.client.RestClientBuilder;

/**
 * The filters of a runtime that has its own ones. Found by {@link java.util.ServiceLoader}; where there are none, the
 * portable ones are registered.
 */
public interface RuntimeFilters {

    /** Registers them on {@code builder}, unless the runtime does so itself. */
    void register(RestClientBuilder builder);
}
