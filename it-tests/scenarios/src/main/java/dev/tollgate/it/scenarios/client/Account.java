package dev.tollgate.it.scenarios.client;

import dev.tollgate.rest.Login;
import dev.tollgate.rest.RefreshToken;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

/** What clients with an account have in common. They call by POST, which no HTTP client repeats. */
public interface Account {

    @POST
    @Path("login")
    @Login
    JsonObject login(JsonObject credentials);

    @POST
    @Path("token")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RefreshToken
    JsonObject refresh(@FormParam("grant_type") String grantType, @FormParam("refresh_token") String refreshToken);

    @POST
    @Path("api/orders")
    JsonObject place(JsonObject order);
}
