package dev.tollgate.it.quarkus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.it.keycloak.Answer;
import dev.tollgate.it.keycloak.KeycloakAdmin;
import dev.tollgate.it.keycloak.Rounds;
import dev.tollgate.it.keycloak.TokenEndpoint;
import dev.tollgate.rest.Realm;
import dev.tollgate.rest.SessionExpiredException;
import dev.tollgate.rest.Tollgate;
import dev.tollgate.token.TokenSet;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An application that gets its tokens by configuration alone, before a real Keycloak whose tokens live 5 s. */
@QuarkusTest
@TestProfile(KeycloakProfile.class)
@Timeout(180)
class KeycloakTest {

    private static final int EXPIRIES = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    @RestClient
    StockClient stock;

    @Inject
    @RestClient
    LedgerClient ledger;

    @Inject
    @RestClient
    VaultClient vault;

    @Inject
    @RestClient
    BasketClient basket;

    @Inject
    Tollgate tollgate;

    private final URI keycloak = URI.create(ConfigProvider.getConfig().getValue("keycloak.url", String.class));
    private final KeycloakAdmin admin = KeycloakAdmin.at(keycloak);

    @Test
    void tokensExpireUnnoticedHoweverTheyAreHadUntilTheSessionIsEnded() throws Exception {
        admin.clearEvents();
        signIn(tollgate.realm("basket"));

        Rounds rounds = Rounds.across(
                EXPIRIES,
                Map.of(
                        "stock", stock::stock,
                        "stock (Uni)", () -> stock.stockLater().await().atMost(PATIENCE),
                        "ledger", ledger::ledger,
                        "vault", vault::vault,
                        "basket", basket::basket));

        System.out.printf(
                "Keycloak, Quarkus: %s; token calls: %d + %d%n",
                rounds, admin.count("CLIENT_LOGIN"), admin.count("REFRESH_TOKEN"));
        assertThatEachTokenWasAskedForOnce("orders", rounds.tokens("stock"));
        assertThatEachTokenWasAskedForOnce("signing", rounds.tokens("ledger"));
        assertThatEachTokenWasAskedForOnce("vault", rounds.tokens("vault"));
        assertThat(admin.count("REFRESH_TOKEN")).isBetween(rounds.tokens("basket") - 1, rounds.tokens("basket"));
        assertThat(admin.count("CLIENT_LOGIN_ERROR") + admin.count("REFRESH_TOKEN_ERROR"))
                .isZero();

        admin.endSessionsOf("alice");

        assertThatThrownBy(() ->
                        tollgate.realm("basket").refresh().toCompletableFuture().join())
                .hasCauseInstanceOf(SessionExpiredException.class);
        assertThatThrownBy(basket::basket)
                .isInstanceOf(SessionExpiredException.class)
                .hasMessageContaining("realm 'basket': the session is over, sign in again")
                .hasMessageContaining("400 invalid_grant");
        assertThat(admin.count("REFRESH_TOKEN_ERROR")).isEqualTo(1);
    }

    /** One that was fetched ahead may not have been used when the calls were over. */
    private void assertThatEachTokenWasAskedForOnce(String client, int tokens) {
        assertThat(admin.count("CLIENT_LOGIN", client)).isBetween(tokens, tokens + 1);
    }

    private void signIn(Realm users) {
        URI endpoint = URI.create(keycloak + "/realms/acme/protocol/openid-connect/token");
        Answer alice =
                new TokenEndpoint(endpoint, "shop").signIn("alice", "alice").expect(200);
        users.signIn(TokenSet.of(alice.text("access_token"))
                .refreshToken(alice.text("refresh_token"))
                .expiresIn(Duration.ofSeconds(alice.json().getInt("expires_in")))
                .build());
    }
}
