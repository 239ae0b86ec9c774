package dev.tollgate.it.scenarios.oauth2;

import dev.tollgate.rest.TokenRealm;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** One of two services of a realm whose tokens are acquired for each of them. */
@RegisterRestClient(configKey = "press")
@TokenRealm("apart")
@Path("api/press")
public interface PressClient {

    @GET
    JsonObject all();

    @GET
    CompletionStage<JsonObject> allLater();
}
