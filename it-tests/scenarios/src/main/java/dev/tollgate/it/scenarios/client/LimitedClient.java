package dev.tollgate.it.scenarios.client;

import dev.tollgate.rest.TokenRealm;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Its realm keeps little of what is sent and answered. */
@RegisterRestClient(configKey = "limited")
@TokenRealm("limited")
public interface LimitedClient extends Account {

    @POST
    @Path("api/orders")
    Response placed(String order);

    @POST
    @Path("api/orders")
    String written(String order);

    @POST
    @Path("api/upload")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    String upload(InputStream content);
}
