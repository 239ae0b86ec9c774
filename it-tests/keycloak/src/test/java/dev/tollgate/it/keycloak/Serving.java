package dev.tollgate.it.keycloak;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.concurrent.Callable;
import org.jboss.resteasy.core.ResteasyContext;
import org.jboss.resteasy.specimpl.ResteasyHttpHeaders;

/** As if RESTEasy's server served a request on this thread. */
final class Serving {

    private Serving() {}

    /** Does {@code work} for a caller who came with {@code token}. */
    static <T> T callerWith(String token, Callable<T> work) throws Exception {
        MultivaluedMap<String, String> headers = new MultivaluedHashMap<>();
        headers.putSingle("Authorization", "Bearer " + token);
        ResteasyContext.pushContext(HttpHeaders.class, new ResteasyHttpHeaders(headers));
        try {
            return work.call();
        } finally {
            ResteasyContext.popContextData(HttpHeaders.class);
        }
    }
}
