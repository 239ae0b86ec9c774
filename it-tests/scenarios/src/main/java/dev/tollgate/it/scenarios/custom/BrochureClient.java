package dev.tollgate.it.scenarios.custom;

import jakarta.json.JsonObject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Configuration says of all of it that it is for guests. */
@RegisterRestClient(configKey = "brochure")
public interface BrochureClient {

    @POST
    @Path("public/pages")
    JsonObject pages();
}
