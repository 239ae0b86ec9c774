package dev.tollgate.quarkus.deployment;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Makes an application's client do what a test outside of the application wants. */
@Path("desk")
public class ShopDesk {

    @Inject
    @RestClient
    ShopClient shop;

    /** Signs in. */
    @POST
    @Path("sign-in")
    public void signIn() {
        shop.login(Map.of("username", "alice", "password", "alice"));
    }

    /** Calls. */
    @GET
    @Path("orders")
    public String orders() {
        return shop.orders().toString();
    }
}
