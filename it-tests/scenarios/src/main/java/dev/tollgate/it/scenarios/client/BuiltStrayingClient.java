package dev.tollgate.it.scenarios.client;

import dev.tollgate.rest.TokenRealm;
import jakarta.json.JsonObject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** A client that is built, with filters of any priority. */
@TokenRealm("straying")
public interface BuiltStrayingClient {

    @POST
    @Path("api/orders")
    JsonObject place(JsonObject order);
}
