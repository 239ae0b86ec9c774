package dev.tollgate.it.demo;

import dev.tollgate.rest.Guest;
import dev.tollgate.rest.Login;
import dev.tollgate.rest.Logout;
import dev.tollgate.rest.RefreshToken;
import dev.tollgate.rest.TokenRealm;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** All that the application has to write. */
@RegisterRestClient(configKey = "shop")
@TokenRealm("shop")
public interface ShopClient {

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
    @Path("logout")
    @Logout
    void logout();

    @GET
    @Path("public/catalog")
    @Guest
    JsonObject catalog();

    @GET
    @Path("api/orders/{number}")
    JsonObject order(@PathParam("number") int number);
}
