package dev.tollgate.it.quarkus;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Called with the tokens of the application, of which only configuration knows. */
@RegisterRestClient(configKey = "stock")
public interface StockClient {

    @GET
    @Path("orders")
    String stock();

    @GET
    @Path("orders")
    Uni<String> stockLater();
}
