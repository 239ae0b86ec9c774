package dev.tollgate.it.scenarios.wire;

import dev.tollgate.rest.Guest;
import dev.tollgate.rest.TokenRealm;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** A dependent object: each injection has connections of its own. */
@RegisterRestClient(configKey = "wired")
@RegisterProvider(WiredClient.Built.class)
@TokenRealm("wired")
public interface WiredClient extends Wired {

    /** A method of its own that has an interceptor: the bean is a proxy around the client then. */
    @GET
    @Path("public/catalog")
    @Guest
    JsonObject catalog();

    /** Each client that is built has one. */
    class Built implements ClientRequestFilter {

        /** How many clients have been built. */
        public static final AtomicInteger CLIENTS = new AtomicInteger();

        public Built() {
            CLIENTS.incrementAndGet();
        }

        @Override
        public void filter(ClientRequestContext request) {}
    }
}
