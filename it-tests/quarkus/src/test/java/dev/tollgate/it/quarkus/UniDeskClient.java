package dev.tollgate.it.quarkus;

import dev.tollgate.rest.Guest;
import dev.tollgate.rest.TokenRealm;
import io.smallrye.mutiny.Uni;
import jakarta.json.JsonObject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Its realm is refreshed by a bean. */
@RegisterRestClient(configKey = "uni-desk")
@TokenRealm("uni-desk")
public interface UniDeskClient {

    @POST
    @Path("token")
    @Guest
    Uni<JsonObject> refresh(@FormParam("grant_type") String grantType, @FormParam("refresh_token") String refreshToken);

    @GET
    @Path("api/orders")
    Uni<JsonObject> orders();
}
