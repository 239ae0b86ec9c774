package dev.tollgate.it.wildfly.configured;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Called on behalf of whoever calls the application: with what is had in exchange for their token. */
@RegisterRestClient(configKey = "warehouse")
public interface WarehouseClient {

    @GET
    @Path("orders")
    String warehouse();

    @GET
    @Path("orders")
    CompletionStage<String> warehouseLater();
}
