package dev.tollgate.it.scenarios.client;

import dev.tollgate.rest.Guest;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** What several clients have in common; it knows of no realm, but of guests. */
public interface Listing {

    @GET
    @Path("list")
    JsonObject list();

    @GET
    @Path("preview")
    @Guest
    JsonObject preview();
}
