package dev.tollgate.it.keycloak;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KeycloakExtension.class)
class KeycloakHarnessIT {

    private static final Duration LONGER_THAN_A_TOKEN = Duration.ofSeconds(7);

    private final KeycloakAdmin admin;
    private final TokenEndpoint tokens;
    private final JwtResourceServer api;

    KeycloakHarnessIT(KeycloakServer keycloak) {
        admin = keycloak.admin();
        tokens = new TokenEndpoint(keycloak.tokenEndpoint(), "shop");
        api = JwtResourceServer.trusting(keycloak);
    }

    @BeforeEach
    void forgetEarlierEvents() {
        admin.clearEvents();
    }

    @AfterEach
    void stopApi() {
        api.close();
    }

    @Test
    void aUserIsServedWithTheTokenOfASignIn() {
        Answer orders = call(alice().text("access_token")).expect(200);

        assertThat(orders.text("user")).isEqualTo("alice");
        assertThat(api.distinctTokens()).containsExactly(orders.text("jti"));
        assertThat(api.served()).isEqualTo(1);
        assertThat(api.rejected()).isZero();
        assertThat(admin.events("LOGIN")).singleElement().satisfies(event -> assertThat(event.clientId())
                .isEqualTo("shop"));
    }

    @Test
    void aClientIsServedWithItsOwnToken() {
        Answer orders = call(tokens.clientCredentials().expect(200).text("access_token"));

        assertThat(orders.expect(200).text("user")).isEqualTo("service-account-orders");
    }

    @Test
    void aTokenIsRefusedOnceItHasExpired() {
        String token = alice().text("access_token");
        call(token).expect(200);

        Await.until("the token expires", LONGER_THAN_A_TOKEN, () -> call(token).status() != 200);

        Answer refused = call(token).expect(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
        assertThat(api.rejected()).isEqualTo(2);
        assertThat(api.distinctTokens()).hasSize(1);
    }

    @Test
    void aTokenWithAForgedSignatureIsRefused() {
        String token = alice().text("access_token");
        int signature = token.lastIndexOf('.') + 1;
        char other = token.charAt(signature) == 'A' ? 'B' : 'A';

        call(token.substring(0, signature) + other + token.substring(signature + 1))
                .expect(401);
        assertThat(api.distinctTokens()).isEmpty();
    }

    @Test
    void aRequestWithoutATokenIsRefused() {
        assertThat(Http.get(api.orders()).status()).isEqualTo(401);
    }

    @Test
    void aRefreshRotatesBothTokens() {
        Answer first = alice();
        call(first.text("access_token")).expect(200);
        Answer second = tokens.refresh(first.text("refresh_token")).expect(200);
        Answer third = tokens.refresh(second.text("refresh_token")).expect(200);

        assertThat(third.text("refresh_token")).isNotEqualTo(second.text("refresh_token"));
        call(third.text("access_token")).expect(200);
        assertThat(api.distinctTokens()).hasSize(2);
        assertThat(admin.events("REFRESH_TOKEN"))
                .hasSize(2)
                .isSortedAccordingTo(comparing(KeycloakEvent::time).reversed());
        assertThat(admin.count("REFRESH_TOKEN_ERROR")).isZero();
    }

    @Test
    void aRefreshTokenUsedTwiceIsRefusedAndRecordedAndEndsTheSession() {
        String used = alice().text("refresh_token");
        String successor = tokens.refresh(used).expect(200).text("refresh_token");

        assertThat(tokens.refresh(used).expect(400).text("error")).isEqualTo("invalid_grant");
        assertThat(admin.events("REFRESH_TOKEN_ERROR")).singleElement().satisfies(event -> assertThat(event.error())
                .isEqualTo("invalid_token"));
        assertThat(tokens.refresh(successor).expect(400).text("error")).isEqualTo("invalid_grant");
    }

    @Test
    void aSessionThatTheAdministratorEndedCannotBeRefreshed() {
        String refreshToken = alice().text("refresh_token");

        admin.endSessionsOf("alice");

        assertThat(tokens.refresh(refreshToken).expect(400).text("error")).isEqualTo("invalid_grant");
        assertThat(admin.count("REFRESH_TOKEN_ERROR")).isEqualTo(1);
    }

    @Test
    void clearedEventsAreGone() {
        alice();
        assertThat(admin.count("LOGIN")).isEqualTo(1);

        admin.clearEvents();

        assertThat(admin.count("LOGIN")).isZero();
    }

    private Answer alice() {
        return tokens.signIn("alice", "alice").expect(200);
    }

    private Answer call(String accessToken) {
        return Http.get(api.orders(), accessToken);
    }
}
