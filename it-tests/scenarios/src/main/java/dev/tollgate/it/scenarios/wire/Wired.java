package dev.tollgate.it.scenarios.wire;

import dev.tollgate.it.scenarios.client.Account;
import jakarta.json.JsonObject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.concurrent.CompletionStage;

/** What the clients behind the proxy have in common. */
public interface Wired extends Account {

    @POST
    @Path("api/orders")
    CompletionStage<JsonObject> placeLater(JsonObject order);
}
