package dev.tollgate.it.quarkus;

import dev.tollgate.rest.TokenRealm;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;

/** What a client on Quarkus may return and send besides what MicroProfile knows. */
// tag::client[]
@RegisterRestClient(configKey = "uni")
@TokenRealm("shop")
@Path("api/orders")
public interface UniClient {

    @GET
    Uni<JsonObject> orders();

    // end::client[]
    @GET
    Uni<Response> response();

    @GET
    Uni<RestResponse<JsonObject>> restResponseLater();

    @GET
    RestResponse<JsonObject> restResponse();

    @GET
    Uni<Void> nothing();

    @GET
    @Path("events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    Multi<String> events();

    @PUT
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    Uni<JsonObject> buffer(Buffer content);

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    Uni<JsonObject> parts(@RestForm String name, @RestForm String text);
}
