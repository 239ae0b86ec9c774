package dev.tollgate.it.benchmark.quarkus;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The filter of quarkus-oidc-client takes care of the tokens. */
@RegisterRestClient(configKey = "storm")
@OidcClientFilter
public interface OidcClient {

    @GET
    @Path("api/items/1")
    String item();
}
