package dev.tollgate.example.wildfly;

import dev.tollgate.rest.Guest;
import dev.tollgate.rest.Login;
import dev.tollgate.rest.RefreshToken;
import dev.tollgate.rest.TokenRealm;
import jakarta.json.JsonObject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The service that the application calls. */
// tag::client[]
@RegisterRestClient(configKey = "shop")
@TokenRealm("shop")
public interface ShopClient {

    @POST
    @Path("login")
    @Login
    JsonObject login(JsonObject credentials);

    @POST
    @Path("token")
    @RefreshToken
    JsonObject refresh(@FormParam("grant_type") String grantType, @FormParam("refresh_token") String refreshToken);

    @GET
    @Path("catalog")
    @Guest
    JsonObject catalog();

    @GET
    @Path("orders")
    JsonObject orders();

    @GET
    @Path("orders")
    CompletionStage<JsonObject> ordersLater();
}
// end::client[]
