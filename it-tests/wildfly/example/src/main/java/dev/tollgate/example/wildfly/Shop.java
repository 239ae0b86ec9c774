package dev.tollgate.example.wildfly;

import dev.tollgate.rest.SessionExpiredException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** What the application serves. No line of it is about tokens, except where somebody has to sign in. */
// tag::resource[]
@Path("shop")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class Shop {

    @Inject
    @RestClient
    ShopClient client;

    @POST
    @Path("login")
    public void login() {
        client.login(Json.createObjectBuilder().add("username", "alice").build());
    }

    @GET
    @Path("orders")
    public Response orders() {
        try {
            return Response.ok(client.orders()).build();
        } catch (SessionExpiredException e) {
            return Response.status(Response.Status.UNAUTHORIZED).build();
        }
    }
    // end::resource[]

    @GET
    @Path("orders/later")
    public CompletionStage<JsonObject> ordersLater() {
        return client.ordersLater();
    }

    @GET
    @Path("catalog")
    public JsonObject catalog() {
        return client.catalog();
    }
}
