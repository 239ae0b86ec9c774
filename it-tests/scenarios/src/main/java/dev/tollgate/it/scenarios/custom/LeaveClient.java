package dev.tollgate.it.scenarios.custom;

import dev.tollgate.rest.Logout;
import dev.tollgate.rest.TokenRealm;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Its interface says what its calls are. */
@RegisterRestClient(configKey = "leave")
@TokenRealm("parts")
@Logout
public interface LeaveClient {

    @POST
    @Path("logout")
    void leave();
}
