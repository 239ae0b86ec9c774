package dev.tollgate.it.elsewhere.realm;

import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** What a client in a realm inherits from an interface in none. */
public interface Listed {

    @GET
    @Path("api/list")
    JsonObject list();
}
