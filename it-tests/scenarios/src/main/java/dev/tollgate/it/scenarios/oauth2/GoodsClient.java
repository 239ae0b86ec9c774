package dev.tollgate.it.scenarios.oauth2;

import dev.tollgate.rest.TokenRealm;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** A client whose service wants tokens that are for it. */
@RegisterRestClient(configKey = "goods")
@TokenRealm("several")
@Path("api/goods")
public interface GoodsClient {

    @GET
    JsonObject all();

    @GET
    CompletionStage<JsonObject> allLater();
}
