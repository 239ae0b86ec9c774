package dev.tollgate.quarkus.deployment;

import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** As a generator writes it: nothing of Tollgate is on it. */
@RegisterRestClient(configKey = "generated")
public interface GeneratedClient {

    @POST
    @Path("login")
    Map<String, Object> signIn(Map<String, String> credentials);

    @POST
    @Path("token")
    Map<String, Object> renew(
            @FormParam("grant_type") String grantType, @FormParam("refresh_token") String refreshToken);

    @GET
    @Path("public/catalog")
    Map<String, Object> catalog();

    @GET
    @Path("api/orders")
    Map<String, Object> orders();
}
