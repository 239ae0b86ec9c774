package dev.tollgate.rest.resteasy;

import dev.tollgate.rest.realm.CallCarrier;
import java.util.Objects;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.jboss.resteasy.client.jaxrs.internal.ClientInvocation;

/**
 * Carries asynchronous calls where {@link RestEasyCallCarrier} finds RESTEasy's SPI hidden (Open Liberty): the executor
 * that a client has by default is one that carries.
 */
public final class ExecutorCallCarrier implements CallCarrier {

    private static final CarryingExecutor THREADS = new CarryingExecutor(DefaultExecutor::now);

    /** For the service loader; fails to link where RESTEasy is absent. */
    public ExecutorCallCarrier() {
        Objects.requireNonNull(ClientInvocation.class);
    }

    @Override
    public void carry(RestClientBuilder builder) {
        builder.executorService(THREADS);
    }
}
