package dev.tollgate.it.scenarios.client;

import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** A client that belongs to no realm. */
@RegisterRestClient(configKey = "plain")
public interface PlainClient {

    @GET
    @Path("public/news")
    JsonObject news();

    @GET
    @Path("api/orders")
    Response orders();
}
