package dev.tollgate.it.scenarios.sessions;

import dev.tollgate.rest.TokenRealm;
import jakarta.json.JsonObject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Many users at once. A call has a number, by which what was sent for it is found at the server. */
@RegisterRestClient(configKey = "crowd")
@TokenRealm("crowd")
public interface CrowdClient extends Members {

    String CALL = "X-Call";

    @POST
    @Path("user")
    JsonObject me(@HeaderParam(CALL) int call);

    @POST
    @Path("user")
    CompletionStage<JsonObject> meLater(@HeaderParam(CALL) int call);
}
