package dev.tollgate.it.scenarios.custom;

import dev.tollgate.rest.TokenRealm;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.InputStream;

/** Its callers read bodies while they come. */
public interface StreamingService {

    @POST
    @Path("api/stream")
    InputStream open();

    /** In the realm whose beans answer at once. */
    @TokenRealm("now")
    interface Now extends StreamingService {}

    /** In the realm whose beans answer later. */
    @TokenRealm("later")
    interface Later extends StreamingService {}
}
