package dev.tollgate.it.scenarios.oauth2;

import dev.tollgate.rest.TokenRealm;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Another one in the same realm, whose service does not take the tokens of the first. */
@RegisterRestClient(configKey = "bills")
@TokenRealm("several")
@Path("api/bills")
public interface BillsClient {

    @GET
    JsonObject all();

    @GET
    CompletionStage<JsonObject> allLater();
}
