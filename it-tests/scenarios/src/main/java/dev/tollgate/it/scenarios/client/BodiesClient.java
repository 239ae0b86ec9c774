package dev.tollgate.it.scenarios.client;

import dev.tollgate.rest.TokenRealm;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.File;
import java.io.InputStream;
import java.io.Reader;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Everything that a method of a client may send. */
@RegisterRestClient(configKey = "bodies")
@TokenRealm("shop")
@Path("api/bodies")
public interface BodiesClient {

    @POST
    Order order(Order order);

    @POST
    JsonObject orders(List<Order> orders);

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    JsonObject fields(@FormParam("item") String item, @FormParam("count") int count);

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    JsonObject form(Form form);

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    JsonObject parts(List<EntityPart> parts);

    @PUT
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    JsonObject stream(InputStream content);

    @PUT
    @Consumes(MediaType.TEXT_PLAIN)
    JsonObject reader(Reader content);

    @PUT
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    JsonObject streaming(StreamingOutput content);

    @PUT
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    JsonObject bytes(byte[] content);

    @PUT
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    JsonObject file(File content);

    @POST
    JsonObject empty();

    @POST
    CompletionStage<Order> orderLater(Order order);

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    CompletionStage<JsonObject> partsLater(List<EntityPart> parts);

    @PUT
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    CompletionStage<JsonObject> streamLater(InputStream content);
}
