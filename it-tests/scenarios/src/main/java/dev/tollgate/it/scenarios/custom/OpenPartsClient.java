package dev.tollgate.it.scenarios.custom;

import dev.tollgate.rest.Guest;
import dev.tollgate.rest.TokenRealm;
import jakarta.json.JsonObject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Guests' calls, but for {@link #price}, of which configuration says that it is authenticated. */
@RegisterRestClient(configKey = "open-parts")
@TokenRealm("parts")
@Guest
public interface OpenPartsClient {

    @POST
    @Path("public/list")
    JsonObject list();

    @POST
    @Path("public/price")
    JsonObject price();
}
