package dev.tollgate.it.scenarios.wire;

import dev.tollgate.rest.Guest;
import dev.tollgate.rest.TokenRealm;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** A dependent object: whoever gets one has connections of its own. */
@RegisterRestClient(configKey = "wired")
@TokenRealm("wired")
public interface WiredClient extends Wired {

    /** A method of its own that has an interceptor: the bean is a proxy around the client then. */
    @GET
    @Path("public/catalog")
    @Guest
    JsonObject catalog();
}
