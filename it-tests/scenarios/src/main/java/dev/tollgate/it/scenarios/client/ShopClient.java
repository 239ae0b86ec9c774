package dev.tollgate.it.scenarios.client;

import dev.tollgate.rest.Guest;
import dev.tollgate.rest.Login;
import dev.tollgate.rest.Logout;
import dev.tollgate.rest.RefreshToken;
import dev.tollgate.rest.TokenRealm;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** A service with a login of its own. */
// tag::roles[]
@RegisterRestClient(configKey = "shop")
// end::roles[]
@RegisterProvider(Observations.class)
@RegisterProvider(ObservedFailures.class)
// tag::roles[]
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
    @Path("public/news")
    @Visitor
    JsonObject news();

    @GET
    @Path("api/orders")
    JsonObject orders();
    // end::roles[]

    @GET
    @Path("api/orders")
    Response ordersAsResponse();

    @GET
    @Path("api/orders")
    CompletionStage<JsonObject> ordersLater();

    @GET
    @Path("api/orders")
    CompletionStage<Response> ordersAsResponseLater();

    @GET
    @Path("api/orders")
    Response answer(@QueryParam("status") @Nullable Integer status, @QueryParam("answer") @Nullable String answer);

    @GET
    @Path("api/orders")
    @Nullable
    JsonObject ordersWithStatus(@QueryParam("status") int status);

    @DELETE
    @Path("api/orders")
    void cancel(@QueryParam("status") int status);

    @GET
    @Path("api/orders")
    JsonObject ordersAs(@HeaderParam("Authorization") String authorization);

    @POST
    @Path("api/orders")
    JsonObject place(JsonObject order);

    @POST
    @Path("api/orders")
    CompletionStage<JsonObject> placeLater(JsonObject order);

    @POST
    @Path("api/orders")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    JsonObject placeForm(@FormParam("item") String item, @FormParam("count") int count);

    @POST
    @Path("api/upload")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    Response upload(InputStream content);

    @GET
    @Path("api/broken")
    JsonObject broken();
}
