package dev.tollgate.it.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.token.TokenSet;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The realms that WildFly and Quarkus have in their tests as well, on Weld. */
@Timeout(180)
@ExtendWith(KeycloakExtension.class)
class ConfiguredRealmsIT {

    private static final int EXPIRIES = 5;

    private final KeycloakServer keycloak;
    private final KeycloakAdmin admin;
    private final JwtResourceServer api;

    ConfiguredRealmsIT(KeycloakServer keycloak) {
        this.keycloak = keycloak;
        admin = keycloak.admin();
        api = JwtResourceServer.trusting(keycloak);
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void tokensExpireUnnoticedHoweverTheyAreHad() throws Exception {
        Map<String, String> properties = new HashMap<>(ConfiguredRealms.properties());
        properties.putAll(ConfiguredRealms.register(keycloak, api));
        properties.put("tollgate.acme.enabled", "false");
        admin.clearEvents();
        try (Application application = Application.start(keycloak, api, properties)) {
            signIn(application);

            Rounds rounds = Rounds.across(
                    EXPIRIES,
                    Map.of(
                            "stock", () -> application.stock().stock().toString(),
                            "ledger",
                                    () -> application.client(LedgerClient.class).ledger(),
                            "vault", () -> application.client(VaultClient.class).vault(),
                            "basket",
                                    () -> application.client(BasketClient.class).basket()));

            System.out.printf(
                    "Keycloak, Weld: %s; token calls: %d + %d, answers 401: %d%n",
                    rounds, admin.count("CLIENT_LOGIN"), admin.count("REFRESH_TOKEN"), api.rejected());
            assertThatEachTokenWasAskedForOnce("orders", rounds.tokens("stock"));
            assertThatEachTokenWasAskedForOnce("signing", rounds.tokens("ledger"));
            assertThatEachTokenWasAskedForOnce("vault", rounds.tokens("vault"));
            assertThat(admin.count("REFRESH_TOKEN")).isBetween(rounds.tokens("basket") - 1, rounds.tokens("basket"));
            assertThat(admin.count("CLIENT_LOGIN_ERROR") + admin.count("REFRESH_TOKEN_ERROR"))
                    .isZero();
            assertThat(api.unproven()).isZero();
            assertThat(api.boundTo()).isNotEmpty();
        }
    }

    /** One that was fetched ahead may not have been used when the calls were over. */
    private void assertThatEachTokenWasAskedForOnce(String client, int tokens) {
        assertThat(admin.count("CLIENT_LOGIN", client)).isBetween(tokens, tokens + 1);
    }

    private void signIn(Application application) {
        Answer alice = new TokenEndpoint(keycloak.tokenEndpoint(), "shop")
                .signIn("alice", "alice")
                .expect(200);
        application
                .realm("basket")
                .signIn(TokenSet.of(alice.text("access_token"))
                        .refreshToken(alice.text("refresh_token"))
                        .expiresIn(Duration.ofSeconds(alice.json().getInt("expires_in")))
                        .build());
    }
}
