package dev.tollgate.it.scenarios.custom;

import dev.tollgate.rest.RefreshToken;
import dev.tollgate.rest.TokenRealm;
import jakarta.json.JsonObject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Its tokens are asked for in JSON, and answered deep inside other JSON. */
// tag::json[]
@RegisterRestClient(configKey = "json")
@TokenRealm("json")
public interface JsonClient {

    record Renewal(String grantType, String refreshToken, String clientId) {}

    @POST
    @Path("public/renewals")
    @RefreshToken
    JsonObject renew(Renewal renewal);
    // end::json[]

    @POST
    @Path("public/things")
    JsonObject things();
    // tag::json[]
}
// end::json[]
