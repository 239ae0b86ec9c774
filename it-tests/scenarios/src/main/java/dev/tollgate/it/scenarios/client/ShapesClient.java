package dev.tollgate.it.scenarios.client;

import dev.tollgate.rest.Guest;
import dev.tollgate.rest.TokenRealm;
import jakarta.json.JsonObject;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The ways to write a client. */
@RegisterRestClient(configKey = "shapes")
@TokenRealm("shop")
@Path("api/shapes")
public interface ShapesClient extends Listing {

    @Path("orders/{id}")
    Part part(@PathParam("id") String id);

    @GET
    JsonObject plain();

    /** Two calls in one. */
    default int generations() {
        return plain().getInt("generation") + list().getInt("generation");
    }

    @GET
    @ClientHeaderParam(name = "X-Constant", value = "always")
    @ClientHeaderParam(name = "X-Call", value = "{nextNumber}")
    JsonObject withHeaders();

    default String nextNumber() {
        return "call " + Steps.take("computed");
    }

    @GET
    JsonObject withCookie(@CookieParam("flavour") String flavour);

    @GET
    Response response();

    /** A part of the service, found by a locator. */
    interface Part {

        @GET
        JsonObject get();

        @POST
        @Path("lines")
        JsonObject add(Order order);

        @GET
        @Path("preview")
        @Guest
        JsonObject preview();
    }
}
