package dev.tollgate.it.scenarios.client;

import dev.tollgate.rest.TokenRealm;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** A client with all that an application may register. */
@RegisterRestClient(configKey = "surrounded")
@RegisterProvider(Steps.class)
@RegisterClientHeaders(Steps.class)
@TokenRealm("shop")
@Path("api/surrounded")
public interface SurroundedClient {

    @POST
    Order place(Order order);

    @POST
    CompletionStage<Order> placeLater(Order order);
}
