package dev.tollgate.it.scenarios.oauth2;

import dev.tollgate.rest.TokenRealm;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** One that carries the same tokens, and lacks the certificate. */
@RegisterRestClient(configKey = "unsealed")
@TokenRealm("sealed")
@Path("api/sealed")
public interface UnsealedClient {

    @GET
    JsonObject get();
}
