package dev.tollgate.it.keycloak;

import java.net.URI;
import java.util.Map;

/** Asks for tokens by hand, as a public client on behalf of users, or as {@code orders} on its own. */
public record TokenEndpoint(URI uri, String client) {

    /** The tokens of a user. */
    public Answer signIn(String username, String password) {
        return Http.post(
                uri, Map.of("grant_type", "password", "client_id", client, "username", username, "password", password));
    }

    Answer refresh(String refreshToken) {
        return Http.post(
                uri, Map.of("grant_type", "refresh_token", "client_id", client, "refresh_token", refreshToken));
    }

    Answer clientCredentials() {
        return Http.post(
                uri,
                Map.of("grant_type", "client_credentials", "client_id", "orders", "client_secret", "orders-secret"));
    }
}
