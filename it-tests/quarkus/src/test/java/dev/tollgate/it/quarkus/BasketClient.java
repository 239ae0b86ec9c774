package dev.tollgate.it.quarkus;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Called with the tokens of somebody who has signed in, of which only configuration knows. */
@RegisterRestClient(configKey = "basket")
public interface BasketClient {

    @GET
    @Path("orders")
    String basket();
}
