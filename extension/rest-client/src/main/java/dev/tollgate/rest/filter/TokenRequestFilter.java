package dev.tollgate.rest.filter;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;

/** Puts the token on a request, before the application's filters see it. */
@ApplicationScoped
@Priority(TokenRequestFilter.PRIORITY)
public class TokenRequestFilter implements ClientRequestFilter {

    /** Before the application's filters. */
    public static final int PRIORITY = Priorities.AUTHENTICATION;

    private final Calls calls = new Calls();

    @Override
    public void filter(ClientRequestContext request) {
        calls.of(request).ifPresent(call -> {
            request.setProperty(ClientCall.PROPERTY, call);
            call.prepare(request);
        });
    }
}
