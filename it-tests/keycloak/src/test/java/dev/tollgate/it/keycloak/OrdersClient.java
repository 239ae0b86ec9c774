package dev.tollgate.it.keycloak;

import dev.tollgate.rest.TokenRealm;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** An API that wants the tokens of the realm. */
// tag::client[]
@RegisterRestClient(configKey = "orders")
@TokenRealm("acme")
public interface OrdersClient {

    @GET
    @Path("orders")
    JsonObject orders();
}
// end::client[]
