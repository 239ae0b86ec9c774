package dev.tollgate.quarkus.deployment;

import dev.tollgate.rest.Login;
import dev.tollgate.rest.RefreshToken;
import dev.tollgate.rest.TokenRealm;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** A service with its own login. */
@RegisterRestClient(configKey = "shop")
@TokenRealm("shop")
public interface ShopClient {

    @POST
    @Path("login")
    @Login
    Map<String, Object> login(Map<String, String> credentials);

    @POST
    @Path("token")
    @RefreshToken
    Map<String, Object> refresh(
            @FormParam("grant_type") String grantType, @FormParam("refresh_token") String refreshToken);

    @GET
    @Path("api/orders")
    Map<String, Object> orders();

    @GET
    @Path("api/stock")
    Map<String, Object> stock();
}
