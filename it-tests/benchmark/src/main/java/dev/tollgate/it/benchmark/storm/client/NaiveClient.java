package dev.tollgate.it.benchmark.storm.client;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** A hand-written filter takes care of the tokens. */
@RegisterRestClient(configKey = "storm")
@RegisterProvider(GateStay.Entry.class)
@RegisterProvider(NaiveFilter.class)
@RegisterProvider(GateStay.Exit.class)
public interface NaiveClient {

    @GET
    @Path("api/items/1")
    String item();

    @GET
    @Path("public/items/1")
    String openItem();
}
