package dev.tollgate.it.scenarios.client;

import dev.tollgate.rest.TokenRealm;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.reactivestreams.Publisher;

/** A stream of events that has no end of its own. */
@TokenRealm("shop")
public interface FeedClient {

    @GET
    @Path("events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    Publisher<String> events();
}
