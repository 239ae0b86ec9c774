package dev.tollgate.it.scenarios.client;

import dev.tollgate.rest.Login;
import dev.tollgate.rest.TokenRealm;
import jakarta.json.JsonObject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Its realm does not try again, so that callers see the first failure. */
@RegisterRestClient(configKey = "frail")
@TokenRealm("frail")
public interface FrailClient extends Account {

    /** The first step of a login, which may want a second one. */
    @POST
    @Path("login")
    @Login
    Response begin(JsonObject credentials);
}
