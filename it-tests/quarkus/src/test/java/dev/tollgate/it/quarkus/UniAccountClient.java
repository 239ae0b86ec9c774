package dev.tollgate.it.quarkus;

import dev.tollgate.rest.Login;
import dev.tollgate.rest.Logout;
import dev.tollgate.rest.RefreshToken;
import dev.tollgate.rest.TokenRealm;
import io.smallrye.mutiny.Uni;
import jakarta.json.JsonObject;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** A service all of whose methods bring their answer later, those for its tokens too. */
// tag::client[]
@RegisterRestClient(configKey = "uni-account")
@TokenRealm("uni-account")
public interface UniAccountClient {

    @POST
    @Path("login")
    @Login
    Uni<JsonObject> login(JsonObject credentials);

    @POST
    @Path("token")
    @RefreshToken
    Uni<JsonObject> refresh(@FormParam("grant_type") String grantType, @FormParam("refresh_token") String refreshToken);

    @POST
    @Path("logout")
    @Logout
    Uni<Void> logout();

    @GET
    @Path("api/orders")
    Uni<JsonObject> orders();
}
// end::client[]
