package dev.tollgate.rest.filter;

import dev.tollgate.rest.call.CallFlow;
import dev.tollgate.rest.waiting.Blocking;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.io.IOException;

/** Puts the token on a request, before the application's filters see it. */
@ApplicationScoped
@Priority(TokenRequestFilter.PRIORITY)
public class TokenRequestFilter implements ClientRequestFilter {

    /** Before the application's filters. */
    public static final int PRIORITY = Priorities.AUTHENTICATION;

    private final CallFlow flow = new CallFlow(Blocking.WAITING);

    @Override
    public void filter(ClientRequestContext request) throws IOException {
        Blocking.value(flow.enter(request));
    }
}
