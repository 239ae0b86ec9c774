package dev.tollgate.it.scenarios.client;

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

/** Its refresh needs another call, which the application has forgotten to mark. */
@RegisterRestClient(configKey = "lost")
@RegisterProvider(KeyFetchingFilter.class)
@TokenRealm("lost")
public interface LostClient {

    @POST
    @Path("token")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RefreshToken
    JsonObject refresh(@FormParam("refresh_token") String refreshToken);

    @GET
    @Path("api/key")
    JsonObject key();

    @GET
    @Path("api/orders")
    JsonObject orders();
}
