package dev.tollgate.it.benchmark.quarkus;

import dev.tollgate.it.benchmark.storm.client.GateStay;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Has nothing to do with tokens. */
@RegisterRestClient(configKey = "storm")
@RegisterProvider(GateStay.Entry.class)
@RegisterProvider(GateStay.Exit.class)
public interface OpenClient {

    @GET
    @Path("public/items/1")
    String item();
}
