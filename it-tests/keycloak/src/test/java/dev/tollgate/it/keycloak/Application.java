package dev.tollgate.it.keycloak;

import dev.tollgate.rest.Realm;
import dev.tollgate.rest.Tollgate;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** An application on Weld whose clients lead to Keycloak and to the API. */
final class Application implements AutoCloseable {

    private final SeContainer container;
    private final Map<?, ?> configuration;
    private final Map<Class<?>, Object> clients = new ConcurrentHashMap<>();

    private Application(SeContainer container, Map<?, ?> configuration) {
        this.container = container;
        this.configuration = configuration;
    }

    /** @param configuration a file of properties, which hold as long as the application runs */
    static Application start(KeycloakServer keycloak, JwtResourceServer api, String configuration) {
        return start(keycloak, api, configuration, Map.of());
    }

    /** @param instead properties that count more than those of the file */
    static Application start(
            KeycloakServer keycloak, JwtResourceServer api, String configuration, Map<String, String> instead) {
        Properties properties = read(configuration);
        properties.putAll(instead);
        return start(keycloak, api, properties);
    }

    static Application start(KeycloakServer keycloak, JwtResourceServer api, Map<?, ?> configuration) {
        System.setProperty("account/mp-rest/url", keycloak.issuer() + "/protocol/openid-connect");
        return start(keycloak.base(), api.base(), configuration);
    }

    static Application start(URI server, URI api, String configuration) {
        return start(server, api, read(configuration));
    }

    private static Application start(URI server, URI api, Map<?, ?> configuration) {
        System.setProperty("orders/mp-rest/url", api.toString());
        System.setProperty("stock/mp-rest/url", api.toString());
        System.setProperty("keycloak.url", server.toString());
        configuration.forEach((name, value) -> System.setProperty(name.toString(), value.toString()));
        try {
            return new Application(SeContainerInitializer.newInstance().initialize(), configuration);
        } catch (RuntimeException e) {
            clear(configuration);
            throw e;
        }
    }

    private static void clear(Map<?, ?> configuration) {
        configuration.keySet().forEach(name -> System.clearProperty(name.toString()));
    }

    private static Properties read(String name) {
        Properties properties = new Properties();
        try (InputStream file = Objects.requireNonNull(Application.class.getResourceAsStream(name), name)) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
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

    StockClient stock() {
        return client(StockClient.class);
    }

    // tag::realm[]
    Realm realm() {
        return container.select(Tollgate.class).get().realm("acme");
    }
    // end::realm[]

    /** The realm of the clients that know nothing of it. */
    Realm configured() {
        return realm("stock");
    }

    Realm realm(String name) {
        return container.select(Tollgate.class).get().realm(name);
    }

    /** One for all calls, as an injected one is; each new one would open a connection of its own. */
    <T> T client(Class<T> type) {
        return type.cast(clients.computeIfAbsent(
                type, wanted -> container.select(wanted, RestClient.LITERAL).get()));
    }

    @Override
    public void close() {
        container.close();
        clear(configuration);
    }
}
