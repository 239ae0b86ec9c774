package dev.tollgate.it.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * The realms of {@code realms.properties}, one for each way of getting tokens: {@code stock} with a secret,
 * {@code ledger} with a key, {@code vault} with tokens that are bound to a key, {@code basket} for who has signed in.
 */
public final class ConfiguredRealms {

    private static final Path SIGNING_KEY = Path.of("target/signing.jwk").toAbsolutePath();

    private ConfiguredRealms() {}

    /** What an application needs to be told that has them. */
    public static Map<String, String> properties() {
        Properties properties = new Properties();
        try (InputStream file =
                Objects.requireNonNull(ConfiguredRealms.class.getResourceAsStream("/realms.properties"))) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> all = new HashMap<>();
        properties.forEach((name, value) -> all.put(name.toString(), value.toString()));
        return all;
    }

    /** Makes their clients known to {@code keycloak}, and says what is only known when it and {@code api} run. */
    public static Map<String, String> register(KeycloakServer keycloak, JwtResourceServer api) {
        SigningClient.register(keycloak.admin(), SIGNING_KEY);
        BoundClients.register(keycloak.admin());
        return Map.of(
                "keycloak.url", keycloak.base().toString(),
                "api.url", api.base().toString(),
                "signing.key", SIGNING_KEY.toString());
    }
}
