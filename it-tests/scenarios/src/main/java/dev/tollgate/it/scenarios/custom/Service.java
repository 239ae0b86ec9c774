package dev.tollgate.it.scenarios.custom;

import dev.tollgate.it.scenarios.client.Account;
import dev.tollgate.rest.Guest;
import dev.tollgate.rest.Logout;
import jakarta.json.JsonObject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.concurrent.CompletionStage;

/** What the clients of these scenarios call. Below {@code public} the server takes any token, and none, and echoes. */
public interface Service extends Account {

    @POST
    @Path("api/orders")
    JsonObject orders();

    @POST
    @Path("api/orders")
    CompletionStage<JsonObject> ordersLater();

    @POST
    @Path("api/text")
    String text();

    @POST
    @Path("public/things")
    JsonObject things();

    @POST
    @Path("public/things")
    CompletionStage<JsonObject> thingsLater();

    @POST
    @Path("public/catalog")
    @Guest
    JsonObject catalog();

    @POST
    @Path("logout")
    @Logout
    void logout();
}
