package dev.tollgate.it.scenarios.client;

import dev.tollgate.rest.Guest;
import dev.tollgate.rest.TokenRealm;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** A client whose methods lead to sub-resources. */
@RegisterRestClient(configKey = "parts")
@TokenRealm("shop")
@Path("api/parts")
public interface PartsClient {

    @Path("{id}")
    Part part(@PathParam("id") String id);

    /** A sub-resource; it leads to another, not to its own kind, which Quarkus can not build a client for. */
    interface Part extends Labelled {

        @GET
        JsonObject get();

        @GET
        CompletionStage<JsonObject> getLater();

        @POST
        JsonObject change(JsonObject to);

        @GET
        @Path("price")
        @Guest
        JsonObject price();

        @Path("screws/{id}")
        Screw screw(@PathParam("id") String id);
    }

    /** What a sub-resource inherits; it does not know of any realm. */
    interface Labelled {

        @GET
        @Path("label")
        JsonObject label();
    }

    /** A part of a part. */
    interface Screw {

        @GET
        JsonObject get();
    }
}
