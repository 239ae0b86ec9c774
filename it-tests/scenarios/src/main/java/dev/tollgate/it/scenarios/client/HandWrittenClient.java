package dev.tollgate.it.scenarios.client;

import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** A client whose tokens are a hand-written filter's; it is in no realm. */
@RegisterRestClient(configKey = "by-hand")
@RegisterProvider(HandWrittenFilter.class)
public interface HandWrittenClient {

    @GET
    @Path("api/orders")
    JsonObject orders();

    @POST
    @Path("api/orders")
    JsonObject place(JsonObject order);
}
