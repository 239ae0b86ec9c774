package dev.tollgate.it.benchmark.storm.client;

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
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Tollgate takes care of the tokens, with the settings that it has by default. */
@RegisterRestClient(configKey = "storm")
@RegisterProvider(GateStay.Entry.class)
@RegisterProvider(GateStay.Exit.class)
@TokenRealm("storm")
public interface GuardedClient {

    @POST
    @Path("login")
    @Login
    JsonObject login();

    @POST
    @Path("token")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RefreshToken
    JsonObject refresh(@FormParam("refresh_token") String refreshToken);

    @GET
    @Path("api/items/1")
    String item();

    @GET
    @Path("public/items/1")
    @Guest
    String openItem();
}
