package dev.tollgate.it.keycloak;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** The client {@code portal}, where users sign in, and {@code exchanger}, which calls others on their behalf. */
public final class ExchangeClients {

    private ExchangeClients() {}

    /** Makes both known. */
    public static void register(KeycloakAdmin admin) {
        admin.addClient(portal());
        admin.addClient(exchanger());
    }

    /** Its tokens live longer than those of others, and are meant for the exchanger. */
    private static JsonObject portal() {
        JsonObject audience = Json.createObjectBuilder()
                .add("name", "audience")
                .add("protocol", "openid-connect")
                .add("protocolMapper", "oidc-audience-mapper")
                .add("config", object("included.client.audience", "exchanger").add("access.token.claim", "true"))
                .build();
        return object("clientId", "portal")
                .add("publicClient", true)
                .add("directAccessGrantsEnabled", true)
                .add("attributes", object("access.token.lifespan", "120"))
                .add("protocolMappers", Json.createArrayBuilder().add(audience))
                .build();
    }

    private static JsonObject exchanger() {
        return object("clientId", "exchanger")
                .add("publicClient", false)
                .add("secret", "exchanger-secret")
                .add("standardFlowEnabled", false)
                .add("attributes", object("standard.token.exchange.enabled", "true"))
                .build();
    }

    private static JsonObjectBuilder object(String name, String value) {
        return Json.createObjectBuilder().add(name, value);
    }
}
