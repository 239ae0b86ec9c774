package dev.tollgate.it.scenarios.custom;

import dev.tollgate.rest.Guest;
import dev.tollgate.rest.TokenRealm;
import jakarta.json.JsonObject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Configuration says of {@link #preview} that it is authenticated. */
@RegisterRestClient(configKey = "parts")
@TokenRealm("parts")
public interface PartsClient extends Service {

    @POST
    @Path("public/preview")
    @Guest
    JsonObject preview();
}
