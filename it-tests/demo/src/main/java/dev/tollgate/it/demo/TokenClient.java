package dev.tollgate.it.demo;

import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

/** Where the hand-written filter gets its tokens. */
public interface TokenClient {

    @POST
    @Path("login")
    JsonObject login(JsonObject credentials);

    @POST
    @Path("token")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    JsonObject refresh(@FormParam("grant_type") String grantType, @FormParam("refresh_token") String refreshToken);
}
