package dev.tollgate.rest.resteasy;

import dev.tollgate.rest.realm.CallCarrier;
import java.util.HashMap;
import java.util.Objects;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.jboss.resteasy.core.ResteasyContext;
import org.jboss.resteasy.core.ResteasyContext.CloseableContext;
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

    /** Servers hand the context map itself to the threads that they make, and several threads would change the same one. */
    @Override
    public Runnable apart(Runnable work) {
        return () -> {
            try (CloseableContext ignored = ResteasyContext.addCloseableContextDataLevel(new HashMap<>())) {
                work.run();
            }
        };
    }
}
