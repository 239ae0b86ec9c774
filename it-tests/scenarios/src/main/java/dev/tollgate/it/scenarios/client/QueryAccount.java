package dev.tollgate.it.scenarios.client;

import dev.tollgate.rest.RefreshToken;
import jakarta.json.JsonObject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.concurrent.CompletionStage;

/** A service that wants everything in the address, where exceptions tend to show it. */
public interface QueryAccount {

    @POST
    @Path("token")
    @RefreshToken
    JsonObject refresh(
            @QueryParam("refresh_token") String refreshToken, @QueryParam("client_secret") String clientSecret);

    @POST
    @Path("api/orders")
    JsonObject place(JsonObject order);

    @POST
    @Path("api/orders")
    CompletionStage<JsonObject> placeLater(JsonObject order);
}
