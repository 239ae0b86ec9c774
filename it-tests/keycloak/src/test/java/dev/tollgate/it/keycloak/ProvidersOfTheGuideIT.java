package dev.tollgate.it.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the guide shows of each kind of provider works, and if it is not right, callers are told what the guide explains. */
@Timeout(60)
@ExtendWith(KeycloakExtension.class)
class ProvidersOfTheGuideIT {

    private static final Path GUIDES = Path.of("../../src-docs/guide");

    private final KeycloakServer keycloak;
    private final JwtResourceServer api;

    ProvidersOfTheGuideIT(KeycloakServer keycloak) {
        this.keycloak = keycloak;
        api = JwtResourceServer.trusting(keycloak);
    }

    @BeforeAll
    static void register(KeycloakServer keycloak) {
        SigningClient.register(keycloak.admin(), Path.of("target/signing.jwk"));
        BoundClients.register(keycloak.admin());
        ExchangeClients.register(keycloak.admin());
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @ParameterizedTest
    @CsvSource({
        "client-secret, service-account-orders",
        "private-key-jwt, service-account-signing",
        "dpop, service-account-vault",
        "token-exchange, alice"
    })
    void threeLinesAreEnough(String configuration, String user) throws Exception {
        try (Application application = start(configuration, Map.of())) {
            assertThat(Serving.callerWith(
                                    tokenFrom("portal"),
                                    () -> application.stock().stock())
                            .getString("user"))
                    .isEqualTo(user);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    client-secret   | orders.secret=wrong                 | 401 unauthorized_client: Invalid client or Invalid client credentials
                    client-secret   | tollgate.stock.client-id=shop       | 401 unauthorized_client: Public client not allowed to retrieve service account
                    client-secret   | tollgate.stock.issuer=/realms/none  | was answered with 404
                    client-secret   | tollgate.stock.issuer=/realms/acme/ | was answered with metadata of another issuer
                    refresh-token   |                                     | nobody is signed in
                    private-key-jwt | tollgate.stock.client-id=orders     | 401 unauthorized_client: Invalid client or Invalid client credentials
                    private-key-jwt | tollgate.stock.client-key-id=other  | 400 invalid_client: Unable to load public key
                    dpop            | tollgate.stock.dpop=false           | 400 invalid_request: DPoP proof is missing
                    token-exchange  | tollgate.stock.client-id=orders exchanger.secret=orders-secret | Standard token exchange is not enabled for the requested client
                    """)
    void callersAreToldWhatTheGuideExplains(String configuration, @Nullable String instead, String message)
            throws Exception {
        assertThat(failure(configuration, properties(instead), "portal")).hasMessageContaining(message);
        assertThat(api.served()).isZero();
        assertThatTheGuideExplains(message);
    }

    @Test
    void fileThatHoldsNoKeyStopsTheStart() {
        String message = "must be a private key, but ";

        assertThatThrownBy(() -> start("private-key-jwt", Map.of("orders.key.file", "pom.xml")))
                .hasMessageContaining(message + "pom.xml");
        assertThatTheGuideExplains(message);
    }

    @Test
    void tokenThatIsNotForTheApplicationIsNotExchanged() throws Exception {
        String message = "Client is not within the token audience";

        assertThat(failure("token-exchange", Map.of(), "shop")).hasMessageContaining(message);
        assertThatTheGuideExplains(message);
    }

    private Throwable failure(String configuration, Map<String, String> instead, String portal) throws Exception {
        try (Application application = start(configuration, instead)) {
            return Serving.callerWith(
                    tokenFrom(portal),
                    () -> catchThrowable(() -> application.stock().stock()));
        }
    }

    private static void assertThatTheGuideExplains(String message) {
        assertThat(Stream.of("oauth2.adoc", "bound-tokens.adoc").map(GUIDES::resolve))
                .anySatisfy(guide -> assertThat(guide).content().contains(message));
    }

    private String tokenFrom(String portal) {
        return new TokenEndpoint(keycloak.tokenEndpoint(), portal)
                .signIn("alice", "alice")
                .expect(200)
                .text("access_token");
    }

    private Application start(String configuration, Map<String, String> instead) {
        return Application.start(keycloak, api, "/configured/" + configuration + ".properties", instead);
    }

    private Map<String, String> properties(@Nullable String instead) {
        Map<String, String> properties = new HashMap<>();
        for (String property : instead == null ? new String[0] : instead.split(" ")) {
            String[] parts = property.split("=", 2);
            properties.put(parts[0], parts[1].startsWith("/") ? keycloak.base() + parts[1] : parts[1]);
        }
        return properties;
    }
}
