package dev.tollgate.it.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.rest.Realm;
import dev.tollgate.rest.SessionExpiredException;
import dev.tollgate.rest.TokenUnavailableException;
import dev.tollgate.token.TokenSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
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

    /** What a refresh may take: the first answers of a server that has just started are slow. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(3);

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

                assertThat(callers.failuresSoFar()).isEmpty();
                assertThat(admin.count("REFRESH_TOKEN_ERROR")).isZero();
                report("refresh-token", callers.calls(), "REFRESH_TOKEN");
                assertThat(admin.count("REFRESH_TOKEN"))
                        .isBetween(
                                api.distinctTokens().size() - 1,
                                api.distinctTokens().size());

                Await.until("a caller learns that the session was ended", LONGER_THAN_THAT, () -> {
                    admin.endSessionsOf("alice"); // again, in case that a refresh at this very moment kept it
                    return callers.callingStill() < CALLERS;
                });

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

    /** The database of this Keycloak is a file, so sessions survive. */
    @Test
    void restartOfTheServerIsNoticedOnlyWhereATokenHasExpired() {
        try (Application application = start("outage")) {
            signIn(application.configured());
            try (EnduringCallers callers =
                    new EnduringCallers(CALLERS, () -> application.stock().stock())) {
                awaitTokenAfter(1, LONGER_THAN_THAT); // a refresh under way would be lost with the server
                Instant down = Instant.now();
                keycloak.stop();
                Instant goodUntil = api.latestExpiry();
                int before = api.distinctTokens().size();
                keycloak.startAgain();
                Instant ready = Instant.now();
                Duration outage = Duration.between(down, ready);
                awaitTokenAfter(before, outage.plus(LONGER_THAN_THAT));

                List<EnduringCallers.Failed> failed = callers.failed();
                Instant recovered = firstRefreshAfter(down);
                System.out.printf(
                        "Keycloak, restarted: %d callers, %d calls, %d failed, tokens good for %d ms of the outage,"
                                + " refreshed %d ms after it was ready, %d ms after the last moment that was told%n",
                        CALLERS,
                        callers.calls(),
                        failed.size(),
                        Duration.between(down, goodUntil).toMillis(),
                        Duration.between(ready, recovered).toMillis(),
                        Duration.between(latestPromise(failed), recovered).toMillis());
                assertThat(failed).isNotEmpty().allSatisfy(call -> {
                    assertThat(call.why()).isInstanceOf(TokenUnavailableException.class);
                    assertThat(call.until()).isAfter(goodUntil);
                });
                assertThat(latestPromise(failed)).isBefore(ready.plus(outage).plus(ON_ITS_WAY));
                assertThat(recovered).isBefore(latestPromise(failed).plus(ON_ITS_WAY));
                assertThat(admin.count("REFRESH_TOKEN_ERROR")).isZero();
            }
        }
    }

    /** Until when the gate pauses: by its back-off, or because a Keycloak that is starting asks for more ({@code Retry-After}). */
    private static Instant latestPromise(List<EnduringCallers.Failed> failed) {
        return failed.stream()
                .map(EnduringCallers.Failed::why)
                .map(TokenUnavailableException.class::cast)
                .map(TokenUnavailableException::retryAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Instant firstRefreshAfter(Instant moment) {
        return admin.events("REFRESH_TOKEN").stream()
                .map(KeycloakEvent::time)
                .filter(time -> time.isAfter(moment))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private void awaitTokenAfter(int known, Duration patience) {
        Await.until(
                "another token is used", patience, () -> api.distinctTokens().size() > known);
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
