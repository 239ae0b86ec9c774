package dev.tollgate.it.scenarios.client;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Fetches a key before each refresh, with a call that itself waits for the refresh. */
public class KeyFetchingFilter implements ClientRequestFilter {

    @Override
    public void filter(ClientRequestContext request) {
        if (request.getUri().getPath().endsWith("/token")) {
            CDI.current().select(LostClient.class, RestClient.LITERAL).get().key();
        }
    }
}
