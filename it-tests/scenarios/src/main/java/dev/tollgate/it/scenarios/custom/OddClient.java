package dev.tollgate.it.scenarios.custom;

import dev.tollgate.rest.RefreshToken;
import dev.tollgate.rest.TokenRealm;
import jakarta.json.JsonObject;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** A service that wants its tokens in cookies, and has other cookies as well. */
@RegisterRestClient(configKey = "odd")
@TokenRealm("odd")
public interface OddClient {

    @POST
    @Path("public/renewals")
    @RefreshToken
    JsonObject renew(@CookieParam("refresh_token") String refreshToken);

    @POST
    @Path("public/things")
    JsonObject things(@CookieParam("theme") @Nullable String theme, @CookieParam("language") @Nullable String language);

    @POST
    @Path("public/things")
    CompletionStage<JsonObject> thingsLater(@CookieParam("theme") String theme);

    @POST
    @Path("public/things")
    Response thingsAsResponse();
}
