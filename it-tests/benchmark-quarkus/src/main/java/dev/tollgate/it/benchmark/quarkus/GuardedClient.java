package dev.tollgate.it.benchmark.quarkus;

import dev.tollgate.it.benchmark.storm.client.GateStay;
import dev.tollgate.rest.Guest;
import dev.tollgate.rest.Login;
import dev.tollgate.rest.RefreshToken;
import dev.tollgate.rest.TokenRealm;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Tollgate takes care of the tokens, with the settings that it has by default. */
@RegisterRestClient(configKey = "storm")
@RegisterProvider(GateStay.Entry.class)
@RegisterProvider(GateStay.Exit.class)
@TokenRealm("guarded")
public interface GuardedClient {

    @POST
    @Path("login")
    @Login
    String login();

    @POST
    @Path("token")
    @RefreshToken
    String refresh(@FormParam("refresh_token") String refreshToken);

    @GET
    @Path("api/items/1")
    String item();

    @GET
    @Path("public/items/1")
    @Guest
    String openItem();
}
