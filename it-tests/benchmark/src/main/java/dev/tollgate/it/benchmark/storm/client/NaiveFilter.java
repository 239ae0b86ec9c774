package dev.tollgate.it.benchmark.storm.client;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;

/** The filter that applications write before they know better. */
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION)
public class NaiveFilter implements ClientRequestFilter {

    @Inject
    NaiveTokens tokens;

    @Override
    public void filter(ClientRequestContext request) {
        if (!request.getUri().getPath().startsWith("/public")) {
            request.getHeaders().putSingle("Authorization", "Bearer " + tokens.accessToken());
        }
    }
}
