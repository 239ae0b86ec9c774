package dev.tollgate.it.benchmark.soak;

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
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Whatever a client can do, for a realm whose users are told apart. */
@RegisterRestClient(configKey = "soak")
@TokenRealm("soak")
public interface SoakClient {

    @POST
    @Path("login")
    @Login
    JsonObject login();

    @POST
    @Path("token")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RefreshToken
    JsonObject refresh(@FormParam("refresh_token") String refreshToken);

    @POST
    @Path("api/logout")
    @Logout
    void logout();

    @GET
    @Path("api/items/1")
    String item();

    @GET
    @Path("api/items/1")
    CompletionStage<String> itemLater();

    @POST
    @Path("api/items")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    String add(InputStream item);

    @GET
    @Path("public/items/1")
    @Guest
    String openItem();
}
