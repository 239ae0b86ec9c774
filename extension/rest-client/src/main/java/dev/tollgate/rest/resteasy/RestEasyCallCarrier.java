package dev.tollgate.rest.resteasy;

import dev.tollgate.rest.realm.CallCarrier;
import java.util.Objects;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.jboss.resteasy.spi.concurrent.ThreadContexts;

/**
 * Leaves it to {@link CallThreadContext}, which RESTEasy finds by itself. What is registered with a client is run for
 * those callers only whose thread has built a client, and then for the calls of all clients.
 */
public final class RestEasyCallCarrier implements CallCarrier {

    /** For the service loader; fails to link where RESTEasy is absent. */
    public RestEasyCallCarrier() {
        Objects.requireNonNull(ThreadContexts.class);
    }

    @Override
    public void carry(RestClientBuilder builder) {
        // nothing to register
    }
}
