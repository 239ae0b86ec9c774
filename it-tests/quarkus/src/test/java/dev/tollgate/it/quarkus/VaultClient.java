package dev.tollgate.it.quarkus;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Called with tokens that are bound to a key, of which only configuration knows. */
@RegisterRestClient(configKey = "vault")
public interface VaultClient {

    @GET
    @Path("orders")
    String vault();
}
