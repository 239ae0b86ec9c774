package dev.tollgate.it.quarkus;

import dev.tollgate.rest.TokenRealm;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.client.SseEvent;

/** The streams of events that are a {@code Publisher} elsewhere. */
@RegisterRestClient(configKey = "multi")
@TokenRealm("shop")
public interface MultiClient {

    @GET
    @Path("events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    Multi<String> feed();

    @GET
    @Path("api/returns")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    Multi<String> texts();

    @GET
    @Path("api/returns")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    Multi<SseEvent<String>> events();
}
