package dev.tollgate.it.benchmark.storm.client;

import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Where the hand-written filter gets its tokens. */
@RegisterRestClient(configKey = "storm")
public interface NaiveTokenClient {

    @POST
    @Path("login")
    JsonObject login();

    @POST
    @Path("token")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    JsonObject refresh(@FormParam("refresh_token") String refreshToken);
}
