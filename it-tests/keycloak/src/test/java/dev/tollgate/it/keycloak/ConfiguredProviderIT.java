package dev.tollgate.it.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.rest.Realm;
import dev.tollgate.rest.SessionExpiredException;
import dev.tollgate.token.TokenSet;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A realm that is nothing but configuration, before a real Keycloak whose tokens live 5 s and which kills the session as
 * soon as a refresh token is used twice.
 */
@Timeout(180)
@ExtendWith(KeycloakExtension.class)
class ConfiguredProviderIT {

    private static final int CALLERS = 64;
    private static final int EXPIRIES = 5;
    private static final Duration LONGER_THAN_THAT = Duration.ofSeconds(40);

    private final KeycloakServer keycloak;
    private final KeycloakAdmin admin;
    private final JwtResourceServer api;

    ConfiguredProviderIT(KeycloakServer keycloak) {
        this.keycloak = keycloak;
        admin = keycloak.admin();
        api = JwtResourceServer.trusting(keycloak);
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
    void applicationThatHasASecretNeverNoticesThatItsTokensExpire() throws Exception {
        callAcrossExpiries("client-secret");
    }

    @Test
    void applicationThatSignsNeverNoticesThatItsTokensExpire() throws Exception {
        SigningClient.register(admin, Path.of("target/signing.jwk"));

        callAcrossExpiries("private-key-jwt");
    }

    private void callAcrossExpiries(String configuration) throws Exception {
        try (Application application = start(configuration);
                Callers callers = new Callers(CALLERS, () -> application.stock().stock())) {
            awaitNewTokens(callers, EXPIRIES);
            callers.stop();

            assertThat(callers.endings()).hasOnlyElementsOfType(Callers.NoFailure.class);
            report(configuration, callers.calls(), "CLIENT_LOGIN");
            assertThat(admin.count("CLIENT_LOGIN"))
                    .isBetween(api.distinctTokens().size(), api.distinctTokens().size() + 1);
            assertThat(admin.count("CLIENT_LOGIN_ERROR")).isZero();
        }
    }

    @Test
    void userNeverNoticesThatTokensAndKeysAreReplacedUntilTheSessionIsEnded() throws Exception {
        try (Application application = start("refresh-token")) {
            signIn(application.configured());
            try (Callers callers =
                    new Callers(CALLERS, () -> application.stock().stock())) {
                awaitNewTokens(callers, EXPIRIES);
                admin.replaceSigningKey();
                Await.until(
                        "a token is signed with the new key",
                        LONGER_THAN_THAT,
                        () -> api.signingKeys().size() > 1 || callers.callingStill() < CALLERS);

                assertThat(callers.callingStill()).isEqualTo(CALLERS);
                assertThat(admin.count("REFRESH_TOKEN_ERROR")).isZero();
                report("refresh-token", callers.calls(), "REFRESH_TOKEN");
                assertThat(admin.count("REFRESH_TOKEN"))
                        .isBetween(
                                api.distinctTokens().size() - 1,
                                api.distinctTokens().size());

                admin.endSessionsOf("alice");

                assertThatTheSessionIsOverForAll(callers.endings());
                assertThat(admin.count("REFRESH_TOKEN_ERROR")).isEqualTo(1);
            }
        }
    }

    private static void assertThatTheSessionIsOverForAll(List<Throwable> endings) {
        assertThat(endings).hasSize(CALLERS).allSatisfy(ending -> assertThat(ending)
                .isInstanceOf(SessionExpiredException.class)
                .hasMessageContaining("realm 'stock': the session is over, sign in again")
                .hasMessageContaining("400 invalid_grant"));
        assertThat(endings)
                .extracting(Throwable::getCause)
                .containsOnly(endings.get(0).getCause());
    }

    @Test
    void tokensOfCallersAreExchangedAsOftenAsTheyExpire() throws Exception {
        ExchangeClients.register(admin);
        String subject = new TokenEndpoint(keycloak.tokenEndpoint(), "portal")
                .signIn("alice", "alice")
                .expect(200)
                .text("access_token");
        try (Application application = start("token-exchange");
                Callers callers = new Callers(CALLERS, () -> stockFor(application, subject))) {
            awaitNewTokens(callers, 2);
            callers.stop();

            assertThat(callers.endings()).hasOnlyElementsOfType(Callers.NoFailure.class);
            report("token-exchange", callers.calls(), "TOKEN_EXCHANGE");
            assertThat(admin.count("TOKEN_EXCHANGE"))
                    .isBetween(api.distinctTokens().size(), api.distinctTokens().size() + 1);
        }
    }

    private static void stockFor(Application application, String subject) {
        try {
            String user = Serving.callerWith(subject, () -> application.stock().stock())
                    .getString("user");
            assertThat(user).isEqualTo("alice");
        } catch (Exception e) {
            throw e instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e);
        }
    }

    @Test
    void signOutEndsTheSessionAtTheServer() {
        try (Application application = start("refresh-token")) {
            Realm realm = application.configured();
            signIn(realm);
            application.stock().stock();
            String refreshToken = realm.tokens().refreshToken().orElseThrow();

            realm.signOut();

            Await.until("Keycloak has ended the session", LONGER_THAN_THAT, () -> admin.count("LOGOUT") == 1);
            assertThat(new TokenEndpoint(keycloak.tokenEndpoint(), "shop")
                            .refresh(refreshToken)
                            .status())
                    .isEqualTo(400);
        }
    }

    private void awaitNewTokens(Callers callers, int count) {
        Await.until(
                "tokens are replaced " + count + " times",
                LONGER_THAN_THAT,
                () -> api.distinctTokens().size() > count || callers.callingStill() < CALLERS);
    }

    private Application start(String configuration) {
        return Application.start(keycloak, api, "/configured/" + configuration + ".properties");
    }

    private Answer alice() {
        return new TokenEndpoint(keycloak.tokenEndpoint(), "shop")
                .signIn("alice", "alice")
                .expect(200);
    }

    private void signIn(Realm realm) {
        Answer alice = alice();
        // tag::sign-in[]
        realm.signIn(TokenSet.of(alice.text("access_token"))
                .refreshToken(alice.text("refresh_token"))
                .expiresIn(Duration.ofSeconds(alice.json().getInt("expires_in")))
                .build());
        // end::sign-in[]
    }

    private void report(String what, int calls, String event) {
        System.out.printf(
                "Keycloak, %s: %d callers, %d calls, %d access tokens, %d %s, %d answers 401%n",
                what, CALLERS, calls, api.distinctTokens().size(), admin.count(event), event, api.rejected());
    }
}
