package dev.tollgate.it.wildfly.configured;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Called with the tokens of somebody who has signed in. */
@RegisterRestClient(configKey = "basket")
public interface BasketClient {

    @GET
    @Path("orders")
    String basket();
}
