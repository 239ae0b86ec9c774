package dev.tollgate.rest.filter;

import dev.tollgate.rest.call.CallFlow;
import dev.tollgate.rest.waiting.Blocking;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import java.io.IOException;

/** Looks at an answer before anybody else does, so that the application's filters and mappers see the last one only. */
@ApplicationScoped
@Priority(TokenResponseFilter.PRIORITY)
public class TokenResponseFilter implements ClientResponseFilter {

    /** Response filters run in descending order. */
    public static final int PRIORITY = Integer.MAX_VALUE;

    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) throws IOException {
        Blocking.value(CallFlow.answered(request, response));
    }
}
