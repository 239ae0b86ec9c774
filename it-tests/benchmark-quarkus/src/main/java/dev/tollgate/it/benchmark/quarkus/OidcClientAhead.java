package dev.tollgate.it.benchmark.quarkus;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The same, which refreshes ahead of expiry. */
@RegisterRestClient(configKey = "storm")
@OidcClientFilter("ahead")
public interface OidcClientAhead {

    @GET
    @Path("api/items/1")
    String item();
}
