package dev.tollgate.it.elsewhere.plain;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** A client in no realm. */
@RegisterRestClient(configKey = "plain")
@Path("public")
@Produces("application/json")
public interface PlainClient extends AutoCloseable {

    @GET
    @Path("now")
    String now();

    @GET
    @Path("later")
    CompletionStage<String> later();
}
