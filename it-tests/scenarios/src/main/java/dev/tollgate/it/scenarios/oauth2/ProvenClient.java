package dev.tollgate.it.scenarios.oauth2;

import dev.tollgate.rest.TokenRealm;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** A client whose tokens are worth nothing without the key that they are bound to. */
@RegisterRestClient(configKey = "proven")
@RegisterProvider(AtLast.class)
@TokenRealm("proven")
@Path("api/proven")
public interface ProvenClient {

    @GET
    JsonObject find(@QueryParam("item") String item);

    @GET
    CompletionStage<JsonObject> findLater(@QueryParam("item") String item);

    @POST
    JsonObject place(JsonObject order);

    @PUT
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    JsonObject upload(InputStream content);

    @PUT
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    CompletionStage<JsonObject> uploadLater(InputStream content);
}
