package dev.tollgate.it.keycloak;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;

/**
 * The clients whose tokens Keycloak gives out only bound to a key (RFC 9449): {@code vault}, which acts on its own, and
 * the public {@code wallet}, where users sign in, and whose refresh tokens are bound as well.
 */
public final class BoundClients {

    private BoundClients() {}

    /** Makes both known. */
    public static void register(KeycloakAdmin admin) {
        admin.addClient(bound("vault")
                .add("publicClient", false)
                .add("secret", "vault-secret")
                .add("serviceAccountsEnabled", true)
                .add("standardFlowEnabled", false)
                .build());
        admin.addClient(bound("wallet")
                .add("publicClient", true)
                .add("directAccessGrantsEnabled", true)
                .build());
    }

    private static JsonObjectBuilder bound(String clientId) {
        return Json.createObjectBuilder()
                .add("clientId", clientId)
                .add("attributes", Json.createObjectBuilder().add("dpop.bound.access.tokens", "true"));
    }
}
