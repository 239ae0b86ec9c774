package dev.tollgate.it.scenarios.oauth2;

import dev.tollgate.rest.TokenRealm;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The other one, whose service does not take the tokens of the first. */
@RegisterRestClient(configKey = "post")
@TokenRealm("apart")
@Path("api/post")
public interface PostClient {

    @GET
    JsonObject all();

    @GET
    CompletionStage<JsonObject> allLater();
}
