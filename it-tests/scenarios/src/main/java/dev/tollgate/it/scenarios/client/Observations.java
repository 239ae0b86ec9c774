package dev.tollgate.it.scenarios.client;

import dev.tollgate.gate.GateStatus;
import dev.tollgate.rest.Tollgate;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The application's own filters: what they see of the calls of the {@link ShopClient}. */
public class Observations implements ClientRequestFilter, ClientResponseFilter {

    /** One request or answer as a filter saw it. */
    public record Seen(String path, int status, GateStatus.State state) {}

    public static final List<Seen> REQUESTS = new CopyOnWriteArrayList<>();
    public static final List<Seen> ANSWERS = new CopyOnWriteArrayList<>();

    public static void clear() {
        REQUESTS.clear();
        ANSWERS.clear();
    }

    @Override
    public void filter(ClientRequestContext request) {
        REQUESTS.add(new Seen(request.getUri().getPath(), 0, state()));
    }

    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) {
        ANSWERS.add(new Seen(request.getUri().getPath(), response.getStatus(), state()));
    }

    private static GateStatus.State state() {
        return CDI.current().select(Tollgate.class).get().realm("shop").status().state();
    }
}
