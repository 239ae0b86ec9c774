package dev.tollgate.it.scenarios.oauth2;

import dev.tollgate.rest.TokenRealm;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** A client whose tokens are bound to its certificate. */
@RegisterRestClient(configKey = "sealed")
@TokenRealm("sealed")
@Path("api/sealed")
public interface SealedClient {

    @GET
    JsonObject get();

    @GET
    CompletionStage<JsonObject> getLater();
}
