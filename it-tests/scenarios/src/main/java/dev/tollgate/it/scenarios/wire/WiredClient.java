package dev.tollgate.it.scenarios.wire;

import dev.tollgate.rest.RefreshToken;
import dev.tollgate.rest.TokenRealm;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** A dependent object: whoever gets one has connections of its own. */
@RegisterRestClient(configKey = "wired")
@TokenRealm("wired")
public interface WiredClient extends Wired {

    /** Its own method, so that there is an interceptor, and the bean is a proxy around the client. */
    @Override
    @POST
    @Path("token")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RefreshToken
    JsonObject refresh(@FormParam("grant_type") String grantType, @FormParam("refresh_token") String refreshToken);
}
