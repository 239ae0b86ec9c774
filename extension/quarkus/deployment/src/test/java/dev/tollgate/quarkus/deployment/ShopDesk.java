package dev.tollgate.quarkus.deployment;

import dev.tollgate.gate.GateEvent;
import dev.tollgate.source.Reason;
import dev.tollgate.source.SessionKey;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Makes an application's client do what a test outside of the application wants. */
@Path("desk")
public class ShopDesk {

    @Inject
    @RestClient
    ShopClient shop;

    @Inject
    Event<GateEvent> events;

    /** Signs in. */
    @POST
    @Path("sign-in")
    public void signIn() {
        shop.login(Map.of("username", "alice", "password", "alice"));
    }

    /** Lets {@code count} refreshes be told, of which the n-th has taken n milliseconds. */
    @POST
    @Path("refreshes/{count}")
    public void tell(@PathParam("count") int count) {
        for (int i = 1; i <= count; i++) {
            events.fire(new GateEvent.Refreshed(
                    "shop", SessionKey.APPLICATION, i, Reason.NEAR_EXPIRY, Duration.ofMillis(i)));
        }
    }

    /** Calls. */
    @GET
    @Path("orders")
    public String orders() {
        return shop.orders().toString();
    }
}
