package dev.tollgate.it.quarkus;

import dev.tollgate.rest.Guest;
import dev.tollgate.rest.Login;
import dev.tollgate.rest.TokenRealm;
import io.smallrye.mutiny.Uni;
import jakarta.json.JsonObject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The way of a token source that brings its tokens later. */
@RegisterRestClient(configKey = "sourced")
@TokenRealm("sourced")
public interface UniSourcedClient {

    @POST
    @Path("login")
    @Login
    Uni<JsonObject> login(JsonObject credentials);

    @POST
    @Path("public/catalog")
    @Guest
    Uni<JsonObject> catalog();
}
