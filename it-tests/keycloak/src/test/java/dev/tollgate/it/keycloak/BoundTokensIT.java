package dev.tollgate.it.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.tollgate.rest.Realm;
import dev.tollgate.token.TokenSet;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tokens of 5 s that Keycloak binds to a key (RFC 9449), shown to an API that verifies the proof of each request. */
@Timeout(180)
@ExtendWith(KeycloakExtension.class)
class BoundTokensIT {

    private static final int EXPIRIES = 5;

    private final TokenEndpoint wallet;
    private final KeycloakServer keycloak;
    private final KeycloakAdmin admin;
    private final JwtResourceServer api;

    BoundTokensIT(KeycloakServer keycloak) {
        this.keycloak = keycloak;
        wallet = new TokenEndpoint(keycloak.tokenEndpoint(), "wallet");
        admin = keycloak.admin();
        api = JwtResourceServer.trusting(keycloak);
    }

    @BeforeAll
    static void register(KeycloakServer keycloak) {
        BoundClients.register(keycloak.admin());
    }

    @BeforeEach
    void forget() {
        admin.clearEvents();
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void keyOfAUserStaysTheSameOverAllRefreshes() throws Exception {
        ECKey key = new ECKeyGenerator(Curve.P_256).generate();
        try (Application application = Application.start(keycloak, api, "/configured/dpop-refresh-token.properties")) {
            signIn(application.configured(), key);

            Rounds rounds = Rounds.across(
                    EXPIRIES, Map.of("stock", () -> application.stock().stock().toString()));

            System.out.printf(
                    "Keycloak, DPoP: %s; token calls: %d, answers 401: %d%n",
                    rounds, admin.count("REFRESH_TOKEN"), api.rejected());
            assertThat(admin.count("REFRESH_TOKEN")).isBetween(rounds.tokens("stock") - 1, rounds.tokens("stock"));
            assertThat(admin.count("REFRESH_TOKEN_ERROR")).isZero();
            assertThat(api.unproven()).isZero();
            assertThat(api.boundTo()).containsExactly(key.computeThumbprint().toString());
        }
    }

    @Test
    void whoGetsHoldOfTheTokensCanNotUseThem() throws JOSEException {
        Answer alice = wallet.signIn("alice", "alice", new ECKeyGenerator(Curve.P_256).generate())
                .expect(200);

        assertThat(Http.get(api.orders(), alice.text("access_token")).status()).isEqualTo(401);
        assertThat(api.unproven()).isEqualTo(1);
        assertThat(wallet.refresh(alice.text("refresh_token")).status()).isEqualTo(400);
    }

    private void signIn(Realm realm, ECKey key) {
        Answer alice = wallet.signIn("alice", "alice", key).expect(200);
        // tag::sign-in[]
        realm.signIn(TokenSet.of(alice.text("access_token"))
                .tokenType(alice.text("token_type"))
                .refreshToken(alice.text("refresh_token"))
                .expiresIn(Duration.ofSeconds(alice.json().getInt("expires_in")))
                .attribute("dpop_jwk", key.toJSONString())
                .build());
        // end::sign-in[]
    }
}
