package dev.tollgate.it.scenarios.wire;

import dev.tollgate.rest.Guest;
import dev.tollgate.rest.Login;
import dev.tollgate.rest.RefreshToken;
import dev.tollgate.rest.TokenRealm;
import dev.tollgate.token.TokenSet;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The application calls its refresh method, too; the body is written by a writer of its own. */
@RegisterRestClient(configKey = "own-refresh")
@RegisterProvider(TokenWriter.class)
@RegisterProvider(value = Tripwire.class, priority = Tripwire.PRIORITY)
@TokenRealm("own-refresh")
public interface OwnRefreshClient {

    @POST
    @Path("login")
    @Login
    JsonObject login(JsonObject credentials);

    @POST
    @Path("token")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RefreshToken
    Response refresh(TokenSet current);

    /** The same, where the call says what it is: nothing but the filters learns of it. */
    @POST
    @Path("token")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    CompletionStage<JsonObject> refreshLater(TokenSet current);

    @POST
    @Path("api/orders")
    JsonObject place(JsonObject order);

    @GET
    @Path("public/catalog")
    @Guest
    JsonObject catalog();
}
