package dev.tollgate.rest.resteasy;

import dev.tollgate.rest.realm.CallCarrier;
import java.util.Objects;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.jboss.resteasy.core.ResteasyContext;
import org.jboss.resteasy.spi.concurrent.ThreadContexts;

/**
 * Adds {@link CallThreadContext} to the contexts of each asynchronous call while RESTEasy hands it to its thread. A
 * context that is registered with a client is run for those callers only whose thread has built a client.
 */
public final class RestEasyCallCarrier implements CallCarrier {

    /** For the service loader; fails to link where RESTEasy is absent, or its SPI is hidden. */
    public RestEasyCallCarrier() {
        Objects.requireNonNull(ThreadContexts.class);
        Objects.requireNonNull(ResteasyContext.class);
    }

    @Override
    public void carry(RestClientBuilder builder) {
        builder.register(new CarriedMethods());
    }
}
