package dev.tollgate.it.elsewhere.realm;

import dev.tollgate.rest.Guest;
import dev.tollgate.rest.Login;
import dev.tollgate.rest.RefreshToken;
import dev.tollgate.rest.TokenRealm;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** A client in a realm. */
@RegisterRestClient(configKey = "shop")
@TokenRealm("shop")
public interface ShopClient extends Listed {

    @POST
    @Path("login")
    @Login
    JsonObject login(JsonObject credentials);

    @POST
    @Path("token")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RefreshToken
    JsonObject refresh(@FormParam("grant_type") String grantType, @FormParam("refresh_token") String refreshToken);

    @GET
    @Path("public/catalog")
    @Guest
    JsonObject catalog();

    @GET
    @Path("api/orders")
    JsonObject orders();

    @GET
    @Path("api/orders")
    CompletionStage<JsonObject> ordersLater();
}
