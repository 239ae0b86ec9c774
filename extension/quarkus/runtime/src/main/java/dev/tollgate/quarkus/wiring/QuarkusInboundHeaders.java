package dev.tollgate.quarkus.wiring;

import dev.tollgate.rest.session.InboundHeaders;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InstanceHandle;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;

/** The headers of the request that Quarkus serves in the present request context. */
public final class QuarkusInboundHeaders implements InboundHeaders {

    @Override
    public List<String> header(String name) {
        if (!Arc.container().requestContext().isActive()) {
            return List.of();
        }
        InstanceHandle<HttpHeaders> served = Arc.container().instance(HttpHeaders.class);
        List<String> values = served.isAvailable() ? headerOf(served.get(), name) : null;
        return values == null ? List.of() : values;
    }

    /** The bean is there in an application that serves nothing right now. */
    private static List<String> headerOf(HttpHeaders headers, String name) {
        try {
            return headers.getRequestHeader(name);
        } catch (RuntimeException e) {
            return List.of();
        }
    }
}
