package dev.tollgate.it.keycloak;

import java.net.URI;
import java.util.Map;

/** Asks for tokens by hand, as {@code shop} on behalf of users, or as {@code orders} on its own. */
record TokenEndpoint(URI uri) {

    Answer signIn(String username, String password) {
        return Http.post(
                uri, Map.of("grant_type", "password", "client_id", "shop", "username", username, "password", password));
    }

    Answer refresh(String refreshToken) {
        return Http.post(
                uri, Map.of("grant_type", "refresh_token", "client_id", "shop", "refresh_token", refreshToken));
    }

    Answer clientCredentials() {
        return Http.post(
                uri,
                Map.of("grant_type", "client_credentials", "client_id", "orders", "client_secret", "orders-secret"));
    }
}
