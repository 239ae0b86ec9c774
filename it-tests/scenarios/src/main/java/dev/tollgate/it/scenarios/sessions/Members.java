package dev.tollgate.it.scenarios.sessions;

import dev.tollgate.it.scenarios.client.Account;
import dev.tollgate.rest.Guest;
import dev.tollgate.rest.Logout;
import jakarta.json.JsonObject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.concurrent.CompletionStage;

/** What the clients with many users have in common: each answer tells whose token the server has seen. */
public interface Members extends Account {

    @POST
    @Path("logout")
    @Logout
    void logout();

    @POST
    @Path("user")
    JsonObject me();

    @POST
    @Path("user")
    CompletionStage<JsonObject> meLater();

    @POST
    @Path("public/hello")
    @Guest
    CompletionStage<JsonObject> helloLater();
}
