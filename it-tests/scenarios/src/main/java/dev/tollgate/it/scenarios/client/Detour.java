package dev.tollgate.it.scenarios.client;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A filter of the application that leads requests somewhere else. */
// tag::detour[]
public class Detour implements ClientRequestFilter {

    private static final Map<String, URI> TARGETS = new ConcurrentHashMap<>();

    @Override
    public void filter(ClientRequestContext request) {
        Optional.ofNullable(TARGETS.get(request.getUri().getPath())).ifPresent(request::setUri);
    }
    // end::detour[]

    /** From now on requests for {@code path} go to {@code target}. */
    public static void of(String path, URI target) {
        TARGETS.put(path, target);
    }

    /** All requests go where they should again. */
    public static void clear() {
        TARGETS.clear();
    }
}
