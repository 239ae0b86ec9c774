package dev.tollgate.it.tck;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.spi.RestClientBuilderListener;

/** Counts the requests of all clients right behind the place where tokens are put on. */
public final class CountingListener implements RestClientBuilderListener {

    private static final ClientRequestFilter COUNT =
            request -> Tally.OF_THIS_RUN.passed(request.getHeaderString(HttpHeaders.AUTHORIZATION));

    @Override
    public void onNewBuilder(RestClientBuilder builder) {
        builder.register(COUNT, Priorities.AUTHENTICATION + 1);
    }
}
