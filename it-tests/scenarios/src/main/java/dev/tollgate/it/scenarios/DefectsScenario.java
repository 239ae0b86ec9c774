package dev.tollgate.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.it.scenarios.client.LostClient;
import dev.tollgate.it.scenarios.client.Observations;
import dev.tollgate.rest.SessionExpiredException;
import dev.tollgate.rest.TokenUnavailableException;
import dev.tollgate.testkit.Answer;
import dev.tollgate.testkit.Hold;
import dev.tollgate.token.TokenSet;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The model's defects, W1 to W12: shown not to be ours. */
public abstract class DefectsScenario extends ShopScenario {

    @Inject
    @RestClient
    LostClient lost;

    @Test
    void w1_allWaitersSettleWithTheSameCause() throws Exception {
        expireLocally();
        server.tokens().endAllSessions();
        try (Hold refresh = server.hold("/token")) {
            List<Future<JsonObject>> calls = IntStream.range(0, 5)
                    .mapToObj(i -> inParallel(() -> shop.orders()))
                    .toList();
            refresh.awaitArrivals(1);
            awaitWaiters(5);
            refresh.release();

            Throwable cause = failureOf(calls.get(0)).getCause();
            for (Future<JsonObject> call : calls) {
                assertThat(failureOf(call))
                        .isInstanceOf(SessionExpiredException.class)
                        .hasCause(cause);
            }
        }
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }

    @Test
    void w2_serverThatAlwaysRejectsIsAskedOnceMoreAtMost() {
        server.resources().rejectPath("/api/broken");

        assertThatThrownBy(() -> shop.broken()).satisfies(ShopScenario::isUnauthorized);

        assertThat(server.requests().to("/api/broken")).hasSize(2);
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }

    @Test
    void w2_serverThatAlwaysRejectsDoesNotKeepTheRealmRefreshing() {
        server.resources().rejectPath("/api/broken");

        for (int call = 0; call < 20; call++) {
            assertThatThrownBy(() -> shop.broken()).satisfies(ShopScenario::isUnauthorized);
        }

        assertThat(server.tokens().refreshAttempts()).isLessThan(6);
        assertThat(shop.orders()).isNotNull();
    }

    @Test
    void w3_lateRejectionOfTheOldTokenCausesNoSecondRefresh() throws Exception {
        server.tokens().revokeAccessTokens();
        try (Hold late = server.hold("/api/broken")) {
            Future<JsonObject> slow = inParallel(() -> shop.broken());
            late.awaitArrivals(1);
            shop.orders();
            late.release();

            assertThat(await(slow).getInt("generation")).isEqualTo(1);
        }
        shop.orders();

        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }

    @Test
    void w5_tokenThatLooksExpiredOnArrivalIsUsedByAllWhoWaited() throws Exception {
        expireLocally();
        server.tokens().advertisedLifetime(Duration.ZERO);
        try (Hold refresh = server.hold("/token")) {
            List<Future<JsonObject>> calls = IntStream.range(0, 3)
                    .mapToObj(i -> inParallel(() -> shop.orders()))
                    .toList();
            refresh.awaitArrivals(1);
            awaitWaiters(3);
            refresh.release();

            for (Future<JsonObject> call : calls) {
                assertThat(await(call).getInt("generation")).isEqualTo(1);
            }
        }
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }

    @Test
    void w6_replayThatAnswersWithoutContentIsTheResult() {
        server.tokens().revokeAccessTokens();

        try (Response response = shop.answer(204, null)) {
            assertThat(response.getStatus()).isEqualTo(204);
            assertThat(response.readEntity(String.class)).isNullOrEmpty();
        }
    }

    @Test
    void w6_methodsThatReturnNothingAcceptIt() {
        shop.cancel(204);
        assertThat(shop.ordersWithStatus(204)).isNull();

        server.tokens().revokeAccessTokens();
        shop.cancel(204);
        server.tokens().revokeAccessTokens();
        assertThat(shop.ordersWithStatus(204)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "0", "false", "empty"})
    void w6_replayThatAnswersSomethingFalseIsTheResult(String answer) {
        server.tokens().revokeAccessTokens();

        try (Response response = shop.answer(null, answer)) {
            assertThat(response.getStatus()).isEqualTo(200);
            assertThat(response.readEntity(String.class)).isEqualTo(answer.equals("empty") ? "" : answer);
        }
    }

    @Test
    void w7_errorOfTheReplaySurfaces() {
        server.tokens().revokeAccessTokens();
        try (Hold refresh = server.hold("/token")) {
            Future<JsonObject> call = inParallel(() -> shop.orders());
            refresh.awaitArrivals(1);
            server.faults().next("/api", Answer.status(500));
            refresh.release();

            assertThat(failureOf(call))
                    .isInstanceOf(WebApplicationException.class)
                    .hasMessageContaining("500");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void w8_refreshThatIsAnswered401IsMadeOnce() {
        expireLocally();
        server.faults().always("/token", Answer.status(401));

        assertThatThrownBy(() -> shop.orders()).isInstanceOf(SessionExpiredException.class);
        assertThatThrownBy(() -> shop.orders()).isInstanceOf(SessionExpiredException.class);

        assertThat(server.requests().count("/token")).isEqualTo(1);
    }

    @Test
    void w9_flightsAreIndependent() {
        expireLocally();
        shop.orders();
        expireLocally();

        assertThat(shop.orders().getInt("generation")).isEqualTo(2);
        assertThat(realm().status().waiters()).isZero();
    }

    /** The second flight starts while the first, of a session that is over, is still in the air. */
    @Test
    void w9_endOfAnEarlierFlightLeavesTheWaitersOfTheNextAlone() throws Exception {
        expireLocally();
        try (Hold earlier = server.hold("/token")) {
            Future<JsonObject> forgotten = inParallel(() -> shop.orders());
            earlier.awaitArrivals(1);
            realm().signOut();
            assertThat(failureOf(forgotten)).isInstanceOf(SessionExpiredException.class);
            shop.login(credentials("alice"));
            expireLocally();
            try (Hold next = server.hold("/token")) {
                Future<JsonObject> waiting = inParallel(() -> shop.orders());
                earlier.awaitArrivals(2);
                earlier.release();
                next.awaitArrivals(1);
                awaitEndOfRefresh();
                assertThat(waiting).isNotDone();
                assertThat(realm().status().waiters()).isEqualTo(1);
                next.release();

                assertThat(await(waiting).getInt("generation")).isEqualTo(1);
            }
        }
        assertThat(tokensSentTo("/api")).containsExactly(server.tokens().currentAccessToken());
        assertThat(server.tokens().refreshAttempts()).isEqualTo(2);
        assertThat(realm().status().waiters()).isZero();
    }

    /** A call to the server and back is longer than the way from the filters to the gate. */
    private void awaitEndOfRefresh() {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (Observations.ANSWERS.stream().noneMatch(seen -> seen.path().equals("/token"))) {
            assertThat(System.nanoTime()).as("time until a refresh is answered").isLessThan(end);
            Thread.onSpinWait();
        }
        shop.catalog();
    }

    @Test
    void w11_failedLoginBringsNoTokens() {
        realm().signOut();

        assertThatThrownBy(() -> shop.login(credentials("wrong"))).satisfies(ShopScenario::isUnauthorized);

        assertThatThrownBy(() -> shop.orders()).isInstanceOf(SessionExpiredException.class);
    }

    @Test
    void w12_refreshThatWaitsForItselfIsToldSo() {
        tollgate.realm("lost")
                .signIn(TokenSet.of("expired")
                        .refreshToken("irrelevant")
                        .expiresIn(Duration.ZERO)
                        .build());

        assertThatThrownBy(() -> lost.orders())
                .isInstanceOf(TokenUnavailableException.class)
                .hasMessageContaining("LostClient.key is called by the refresh")
                .hasMessageContaining("@RefreshToken, or @Guest");
    }

    @Test
    void refreshByTheApplicationItselfIsTheFlightOfTheGate() throws Exception {
        TokenSet before = realm().tokens();
        expireLocally();
        try (Hold refresh = server.hold("/token")) {
            Future<JsonObject> own = inParallel(
                    () -> shop.refresh("refresh_token", before.refreshToken().orElseThrow()));
            refresh.awaitArrivals(1);
            Future<JsonObject> waiting = inParallel(() -> shop.orders());
            awaitWaiters(1);

            assertThatThrownBy(() ->
                            shop.refresh("refresh_token", before.refreshToken().orElseThrow()))
                    .isInstanceOf(TokenUnavailableException.class)
                    .hasMessageContaining("Tollgate.realm(\"shop\").refresh()");
            refresh.release();

            assertThat(await(own).getString("access_token")).isNotBlank();
            assertThat(await(waiting).getInt("generation")).isEqualTo(1);
        }
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }
}
