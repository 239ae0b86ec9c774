package dev.tollgate.it.keycloak;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in the realm, as Keycloak recorded it.
 *
 * @param error why it failed, in Keycloak's words ({@code invalid_token}), not in those of OAuth; null if it did not
 */
record KeycloakEvent(
        Instant time,
        String type,
        @Nullable String clientId,
        @Nullable String userId,
        @Nullable String sessionId,
        @Nullable String error,
        Map<String, String> details) {

    static KeycloakEvent of(JsonObject json) {
        return new KeycloakEvent(
                Instant.ofEpochMilli(json.getJsonNumber("time").longValueExact()),
                json.getString("type"),
                json.getString("clientId", null),
                json.getString("userId", null),
                json.getString("sessionId", null),
                json.getString("error", null),
                details(json));
    }

    private static Map<String, String> details(JsonObject json) {
        JsonObject details = json.getJsonObject("details");
        return details == null
                ? Map.of()
                : details.keySet().stream().collect(Collectors.toUnmodifiableMap(name -> name, details::getString));
    }
}
