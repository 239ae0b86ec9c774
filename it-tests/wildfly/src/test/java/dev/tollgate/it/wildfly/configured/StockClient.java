package dev.tollgate.it.wildfly.configured;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Called with the tokens of the application. */
@RegisterRestClient(configKey = "stock")
public interface StockClient {

    @GET
    @Path("orders")
    String stock();
}
