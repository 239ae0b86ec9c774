package dev.tollgate.it.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.gate.GateStatus.State;
import dev.tollgate.rest.SessionExpiredException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A real Keycloak that kills the session as soon as a refresh token is used twice, and tokens that live 5 s. */
@Timeout(90)
@ExtendWith(KeycloakExtension.class)
class SilentRefreshIT {

    private static final int CALLERS = 64;
    private static final int GENERATIONS = 5;
    private static final Duration LONGER_THAN_THAT = Duration.ofSeconds(40);

    private final KeycloakAdmin admin;
    private final JwtResourceServer api;
    private final Application application;

    SilentRefreshIT(KeycloakServer keycloak) {
        admin = keycloak.admin();
        api = JwtResourceServer.trusting(keycloak);
        application = Application.start(keycloak, api, "/annotated.properties");
    }

    @BeforeEach
    void signIn() {
        admin.clearEvents();
        application.login();
    }

    @AfterEach
    void stop() {
        application.close();
        api.close();
    }

    @Test
    void callersNeverNoticeThatTokensExpireUntilTheSessionIsEnded() throws Exception {
        try (Callers callers = new Callers(CALLERS, () -> application.orders().orders())) {
            Await.until(
                    "tokens are replaced " + GENERATIONS + " times",
                    LONGER_THAN_THAT,
                    () -> api.distinctTokens().size() > GENERATIONS || callers.callingStill() < CALLERS);

            assertThat(callers.failuresSoFar()).isEmpty();
            assertThat(admin.count("REFRESH_TOKEN_ERROR")).isZero();
            System.out.printf(
                    "Keycloak: %d callers, %d calls, %d access tokens, %d refreshes, %d answers 401%n",
                    CALLERS,
                    callers.calls(),
                    api.distinctTokens().size(),
                    admin.count("REFRESH_TOKEN"),
                    api.rejected());

            admin.endSessionsOf("alice");
            List<Throwable> endings = callers.endings();

            assertThat(endings).hasSize(CALLERS).allSatisfy(ending -> assertThat(ending)
                    .isInstanceOf(SessionExpiredException.class)
                    .hasMessageContaining("realm 'acme': the session is over, sign in again")
                    .hasMessageContaining("AccountClient.refresh was answered with 400 invalid_grant"));
            assertThat(endings)
                    .extracting(Throwable::getCause)
                    .containsOnly(endings.get(0).getCause());
            assertThat(admin.count("REFRESH_TOKEN_ERROR")).isEqualTo(1);
        }
    }

    @Test
    void eachGenerationIsRefreshedOnce() throws Exception {
        try (Callers callers = new Callers(CALLERS, () -> application.orders().orders())) {
            Await.until(
                    "tokens are replaced 3 times",
                    LONGER_THAN_THAT,
                    () -> api.distinctTokens().size() > 3);
            callers.stop();

            assertThat(callers.endings()).hasOnlyElementsOfType(Callers.NoFailure.class);
            assertThat(admin.count("REFRESH_TOKEN"))
                    .isEqualTo(application.realm().status().generation() - 1);
            assertThat(api.distinctTokens())
                    .hasSizeBetween(admin.count("REFRESH_TOKEN"), admin.count("REFRESH_TOKEN") + 1);
        }
    }

    @Test
    void logoutEndsTheSessionOnBothSides() {
        application.orders().orders();

        application.logout();

        assertThat(application.realm().status().state()).isEqualTo(State.SIGNED_OUT);
        assertThat(admin.count("LOGOUT")).isEqualTo(1);
        assertThatThrownBy(() -> application.orders().orders())
                .isInstanceOf(SessionExpiredException.class)
                .hasMessage("realm 'acme': nobody is signed in");
    }
}
