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
import java.io.File;
import java.io.InputStream;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.PartType;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;

/** Everything that methods may return and send on Quarkus besides what MicroProfile knows. */
@RegisterRestClient(configKey = "vertx")
@RegisterProvider(BufferReader.class)
@TokenRealm("shop")
@Path("api/vertx")
public interface VertxClient {

    @GET
    RestResponse<JsonObject> restResponse();

    @GET
    File file();

    @GET
    java.nio.file.Path path();

    @GET
    Buffer buffer();

    @GET
    Uni<JsonObject> objectLater();

    @GET
    Uni<Void> nothingLater();

    @GET
    Uni<Response> responseLater();

    @GET
    Uni<RestResponse<JsonObject>> restResponseLater();

    @GET
    CompletionStage<RestResponse<JsonObject>> restResponseOnce();

    @GET
    Uni<File> fileLater();

    @GET
    Uni<byte[]> bytesLater();

    @GET
    Uni<Buffer> bufferLater();

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    Multi<String> events();

    @PUT
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    JsonObject send(Buffer content);

    @PUT
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    Uni<JsonObject> sendLater(Buffer content);

    @PUT
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    JsonObject send(java.nio.file.Path content);

    @PUT
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    Uni<JsonObject> sendLater(File content);

    @PUT
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    Uni<JsonObject> streamLater(InputStream content);

    @PUT
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    JsonObject chunks(Multi<io.vertx.mutiny.core.buffer.Buffer> content);

    @PUT
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    Uni<JsonObject> chunksLater(Multi<io.vertx.mutiny.core.buffer.Buffer> content);

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    JsonObject form(@RestForm String name, @RestForm String text);

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    JsonObject parts(@RestForm String name, @RestForm @PartType(MediaType.TEXT_PLAIN) File content);

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    Uni<JsonObject> partsLater(@RestForm String name, @RestForm @PartType(MediaType.TEXT_PLAIN) File content);

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    Uni<JsonObject> streamedParts(
            @RestForm String name, @RestForm @PartType(MediaType.APPLICATION_OCTET_STREAM) Multi<Byte> content);
}
