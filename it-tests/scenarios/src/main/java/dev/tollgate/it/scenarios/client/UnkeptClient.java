package dev.tollgate.it.scenarios.client;

import dev.tollgate.rest.TokenRealm;
import jakarta.json.JsonObject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Its tokens come from a bean that can not keep a secret. */
@RegisterRestClient(configKey = "unkept")
@TokenRealm("unkept")
public interface UnkeptClient {

    @POST
    @Path("api/orders")
    JsonObject place(JsonObject order);
}
