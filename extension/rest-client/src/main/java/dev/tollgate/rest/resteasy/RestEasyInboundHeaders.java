package dev.tollgate.rest.resteasy;

import dev.tollgate.rest.session.InboundHeaders;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.core.ResteasyContext;

/** The headers of the request that RESTEasy's server serves on this thread. */
public final class RestEasyInboundHeaders implements InboundHeaders {

    /** For the service loader; fails to link where RESTEasy is absent. */
    public RestEasyInboundHeaders() {
        Objects.requireNonNull(ResteasyContext.class);
    }

    @Override
    public List<String> header(String name) {
        // a client's call has a context of its own, above that of the request being served
        if (ResteasyContext.searchContextData(HttpHeaders.class) instanceof HttpHeaders headers) {
            List<String> values = headers.getRequestHeader(name);
            return values == null ? List.of() : values;
        }
        return List.of();
    }
}
