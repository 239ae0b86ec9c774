package dev.tollgate.it.scenarios.client;

import dev.tollgate.it.scenarios.ScenarioServer;
import jakarta.json.JsonObject;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.core.Form;
import org.jspecify.annotations.Nullable;

/** What applications write before they know better; for the guide, and to hold its claims. */
// tag::filter[]
public class HandWrittenFilter implements ClientRequestFilter {

    private static volatile @Nullable String accessToken;
    private static volatile @Nullable String refreshToken;
    private static volatile long expiresAt;

    @Override
    public void filter(ClientRequestContext request) {
        if (System.nanoTime() - expiresAt >= 0) {
            refresh();
        }
        request.getHeaders().putSingle("Authorization", "Bearer " + accessToken);
    }

    private static void refresh() {
        try (Client client = ClientBuilder.newClient()) {
            Form form = new Form().param("grant_type", "refresh_token").param("refresh_token", refreshToken);
            keep(client.target(ScenarioServer.get().uri())
                    .path("token")
                    .request()
                    .post(Entity.form(form), JsonObject.class));
        }
    }

    public static void keep(JsonObject tokens) {
        accessToken = tokens.getString("access_token");
        refreshToken = tokens.getString("refresh_token");
        expiresAt = System.nanoTime() + tokens.getInt("expires_in") * 1_000_000_000L;
    }
    // end::filter[]

    /** As if its time had passed. */
    public static void expire() {
        expiresAt = System.nanoTime();
    }
    // tag::filter[]
}
// end::filter[]
