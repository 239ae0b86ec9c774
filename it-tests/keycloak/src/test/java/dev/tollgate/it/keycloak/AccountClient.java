package dev.tollgate.it.keycloak;

import dev.tollgate.rest.Login;
import dev.tollgate.rest.Logout;
import dev.tollgate.rest.RefreshToken;
import dev.tollgate.rest.TokenRealm;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Keycloak's OpenID Connect endpoints, as an application writes them down. */
// tag::client[]
@RegisterRestClient(configKey = "account")
@TokenRealm("acme")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public interface AccountClient {

    @POST
    @Path("token")
    @Login
    JsonObject login(
            @FormParam("grant_type") String grantType,
            @FormParam("client_id") String clientId,
            @FormParam("username") String username,
            @FormParam("password") String password);

    @POST
    @Path("token")
    @RefreshToken
    void refresh(
            @FormParam("grant_type") String grantType,
            @FormParam("client_id") String clientId,
            @FormParam("refresh_token") String refreshToken);

    @POST
    @Path("logout")
    @Logout
    void logout(@FormParam("client_id") String clientId, @FormParam("refresh_token") String refreshToken);
}
// end::client[]
