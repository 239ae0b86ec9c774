package dev.tollgate.it.keycloak;

import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** An API that wants tokens, of which its client interface knows nothing: configuration says it. */
// tag::client[]
@RegisterRestClient(configKey = "stock")
public interface StockClient {

    @GET
    @Path("orders")
    JsonObject stock();

    @GET
    @Path("orders")
    CompletionStage<JsonObject> stockLater();
}
// end::client[]
