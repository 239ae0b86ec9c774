package dev.tollgate.it.quarkus;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Called with the tokens of a client that signs, of which only configuration knows. */
@RegisterRestClient(configKey = "ledger")
public interface LedgerClient {

    @GET
    @Path("orders")
    String ledger();
}
