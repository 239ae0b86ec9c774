package dev.tollgate.it.demo;

import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** The calls of {@link ShopClient}, without Tollgate. */
public interface HandWrittenClient {

    @GET
    @Path("public/catalog")
    JsonObject catalog();

    @GET
    @Path("api/orders/{number}")
    JsonObject order(@PathParam("number") int number);
}
