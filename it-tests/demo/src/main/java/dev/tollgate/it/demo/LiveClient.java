package dev.tollgate.it.demo;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** All that the application has to write: where its tokens come from is configuration. */
@RegisterRestClient(configKey = "live")
public interface LiveClient {

    @GET
    @Path("orders")
    String orders();
}
