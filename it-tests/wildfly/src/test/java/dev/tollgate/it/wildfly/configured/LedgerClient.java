package dev.tollgate.it.wildfly.configured;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Called with the tokens of a client that signs. */
@RegisterRestClient(configKey = "ledger")
public interface LedgerClient {

    @GET
    @Path("orders")
    String ledger();
}
