package dev.tollgate.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.gate.GateStatus.State;
import dev.tollgate.it.scenarios.client.Observations;
import dev.tollgate.it.scenarios.client.ObservedFailures;
import dev.tollgate.it.scenarios.client.PlainClient;
import dev.tollgate.rest.SessionExpiredException;
import dev.tollgate.testkit.Answer;
import dev.tollgate.testkit.Hold;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.WebApplicationException;
import java.util.concurrent.Future;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.Test;

/** Conformance lines C2, C4 to C6, C10 and their twins S2, S4 to S6, S12: roles, and the application's own filters. */
public abstract class RolesScenario extends ShopScenario {

    @Inject
    @RestClient
    PlainClient plain;

    @Test
    void c2_ownFiltersRunOncePerCall() {
        shop.orders();

        assertThat(Observations.REQUESTS).hasSize(1);
        assertThat(Observations.ANSWERS).hasSize(1);
    }

    @Test
    void c2_ownExceptionMapperRunsOncePerFailedCall() {
        server.faults().next("/api", Answer.status(500));

        assertThatThrownBy(() -> shop.orders()).isInstanceOf(WebApplicationException.class);
        assertThat(ObservedFailures.STATUSES).containsExactly(500);
    }

    @Test
    void s2_ownFiltersRunOncePerReplayedCallAndSeeTheLastAnswer() {
        server.tokens().revokeAccessTokens();

        shop.orders();

        assertThat(Observations.REQUESTS)
                .filteredOn(seen -> seen.path().equals("/api/orders"))
                .hasSize(1);
        assertThat(Observations.ANSWERS)
                .filteredOn(seen -> seen.path().equals("/api/orders"))
                .extracting(Observations.Seen::status)
                .containsExactly(200);
        assertThat(ObservedFailures.STATUSES).isEmpty();
    }

    @Test
    void c4_loginBringsTheTokensAndTheCallerGetsTheAnswer() {
        realm().signOut();

        JsonObject answer = shop.login(credentials("alice"));

        assertThat(answer.getString("access_token")).isEqualTo(server.tokens().currentAccessToken());
        assertThat(shop.orders().getString("user")).isEqualTo("alice");
    }

    @Test
    void s4_loginWhileTheOldTokenIsRefusedBringsNewOnesWithoutARefresh() {
        server.tokens().revokeAccessTokens();
        int before = server.requests().count("/login");

        JsonObject answer = shop.login(credentials("alice"));

        assertThat(answer.getString("access_token")).isEqualTo(server.tokens().currentAccessToken());
        assertThat(shop.orders().getInt("generation")).isZero();
        assertThat(server.requests().to("/login")).hasSize(before + 1).last().satisfies(login -> assertThat(
                        login.authorization())
                .isEmpty());
        assertThat(server.tokens().refreshAttempts()).isZero();
    }

    @Test
    void c5_logoutCarriesTheTokenAndForgetsIt() {
        shop.logout();

        assertThat(tokensSentTo("/logout")).hasSize(1);
        assertThat(realm().status().state()).isEqualTo(State.SIGNED_OUT);
        assertThatThrownBy(() -> shop.orders())
                .isInstanceOf(SessionExpiredException.class)
                .hasMessage("realm 'shop': nobody is signed in");
    }

    @Test
    void s5_logoutIsRefreshedAndReplayedLikeAnyOtherCall() {
        server.tokens().revokeAccessTokens();

        shop.logout();

        assertThat(tokensSentTo("/logout")).hasSize(2).doesNotHaveDuplicates();
        assertThat(realm().status().state()).isEqualTo(State.SIGNED_OUT);
    }

    @Test
    void s5_failedLogoutKeepsTheSession() {
        server.faults().next("/logout", Answer.status(500));

        assertThatThrownBy(() -> shop.logout()).isInstanceOf(WebApplicationException.class);

        assertThat(realm().status().state()).isEqualTo(State.FRESH);
    }

    @Test
    void c6_tokensAreThereBeforeTheOwnFiltersSeeTheAnswer() {
        realm().signOut();
        Observations.clear();

        shop.login(credentials("alice"));

        assertThat(Observations.REQUESTS).extracting(Observations.Seen::state).containsExactly(State.SIGNED_OUT);
        assertThat(Observations.ANSWERS).extracting(Observations.Seen::state).containsExactly(State.FRESH);
    }

    @Test
    void s6_tokensAreGoneBeforeTheOwnFiltersSeeTheAnswerToALogout() {
        shop.logout();

        assertThat(Observations.ANSWERS).extracting(Observations.Seen::state).containsExactly(State.SIGNED_OUT);
    }

    @Test
    void c10_guestCarriesNoTokenAndCausesNoRefresh() {
        expireLocally();

        shop.catalog();

        assertThat(server.requests().to("/public").get(0).authorization()).isEmpty();
        assertThat(server.tokens().refreshAttempts()).isZero();
    }

    @Test
    void c10_ownGuestAnnotationMakesAGuest() {
        expireLocally();

        shop.news();

        assertThat(server.requests().to("/public").get(0).authorization()).isEmpty();
        assertThat(server.tokens().refreshAttempts()).isZero();
    }

    @Test
    void c10_guestDoesNotWaitForARefresh() throws Exception {
        expireLocally();
        try (Hold refresh = server.hold("/token")) {
            Future<JsonObject> waiting = inParallel(() -> shop.orders());
            refresh.awaitArrivals(1);

            assertThat(shop.catalog()).isNotNull();

            refresh.release();
            await(waiting);
        }
    }

    @Test
    void s12_answerToAGuestIsNotLookedAt() {
        server.faults().next("/public", Answer.status(401));

        assertThatThrownBy(() -> shop.catalog()).isInstanceOf(WebApplicationException.class);
        assertThat(server.tokens().refreshAttempts()).isZero();
        assertThat(ObservedFailures.STATUSES).containsExactly(401);
    }

    @Test
    void s12_answerToAnOwnGuestAnnotationIsNotLookedAtEither() {
        server.faults().next("/public", Answer.status(401));

        assertThatThrownBy(() -> shop.news()).isInstanceOf(WebApplicationException.class);
        assertThat(server.requests().to("/public")).singleElement().satisfies(sent -> assertThat(sent.authorization())
                .isEmpty());
        assertThat(server.tokens().refreshAttempts()).isZero();
    }

    @Test
    void clientWithoutARealmIsLeftAlone() {
        plain.news();
        assertThatThrownBy(() -> plain.orders()).satisfies(ShopScenario::isUnauthorized);

        assertThat(server.requests().all())
                .filteredOn(request -> !request.path().equals("/login"))
                .allSatisfy(request -> assertThat(request.authorization()).isEmpty());
        assertThat(server.tokens().refreshAttempts()).isZero();
    }

    @Test
    void authorizationOfTheCallerIsRespected() {
        assertThatThrownBy(() -> shop.ordersAs("Bearer of-my-own")).isInstanceOf(WebApplicationException.class);

        assertThat(tokensSentTo("/api")).containsExactly("of-my-own");
        assertThat(server.tokens().refreshAttempts()).isZero();
    }
}
