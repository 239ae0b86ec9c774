package dev.tollgate.it.keycloak;

import dev.tollgate.rest.Realm;
import dev.tollgate.rest.Tollgate;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.json.JsonObject;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** An application on Weld whose clients lead to Keycloak and to the API. */
final class Application implements AutoCloseable {

    private final SeContainer container;

    private Application(SeContainer container) {
        this.container = container;
    }

    static Application start(KeycloakServer keycloak, JwtResourceServer api) {
        System.setProperty("account/mp-rest/url", keycloak.issuer() + "/protocol/openid-connect");
        System.setProperty("orders/mp-rest/url", api.base().toString());
        return new Application(SeContainerInitializer.newInstance().initialize());
    }

    JsonObject login() {
        return client(AccountClient.class).login("password", "shop", "alice", "alice");
    }

    void logout() {
        client(AccountClient.class)
                .logout("shop", realm().tokens().refreshToken().orElseThrow());
    }

    OrdersClient orders() {
        return client(OrdersClient.class);
    }

    // tag::realm[]
    Realm realm() {
        return container.select(Tollgate.class).get().realm("acme");
    }
    // end::realm[]

    private <T> T client(Class<T> type) {
        return container.select(type, RestClient.LITERAL).get();
    }

    @Override
    public void close() {
        container.close();
    }
}
