package dev.tollgate.it.scenarios.client;

import dev.tollgate.rest.TokenRealm;
import jakarta.json.JsonObject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The clock of its server is not that of this machine. */
@RegisterRestClient(configKey = "clock")
@TokenRealm("clock")
public interface ClockClient extends Account {

    @POST
    @Path("api/orders")
    Response placeForResponse(JsonObject order);
}
