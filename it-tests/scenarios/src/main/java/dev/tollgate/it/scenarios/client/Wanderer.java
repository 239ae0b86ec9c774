package dev.tollgate.it.scenarios.client;

import dev.tollgate.rest.Guest;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.concurrent.CompletionStage;

/** What the clients have in common whose requests are led astray. */
public interface Wanderer extends Account {

    @POST
    @Path("api/orders")
    CompletionStage<JsonObject> placeLater(JsonObject order);

    @POST
    @Path("api/orders")
    JsonObject placeAs(@HeaderParam("Authorization") String authorization, JsonObject order);

    @GET
    @Path("public/catalog")
    @Guest
    JsonObject catalog();
}
