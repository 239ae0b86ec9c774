package dev.tollgate.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.gate.GateStatus;
import dev.tollgate.gate.GateStatus.State;
import dev.tollgate.it.scenarios.client.Observations;
import dev.tollgate.rest.SessionExpiredException;
import dev.tollgate.rest.TokenUnavailableException;
import dev.tollgate.testkit.Answer;
import dev.tollgate.token.TokenSet;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What an application does with its realms, and where the gate's own calls run. */
public abstract class FacadeScenario extends ShopScenario {

    @Test
    void realmTellsItsStateWithoutTokens() {
        GateStatus status = realm().status();

        assertThat(status.state()).isEqualTo(State.FRESH);
        assertThat(status.expiresAt()).hasValueSatisfying(end -> assertThat(end).isAfter(Instant.now()));
        assertThat(status.toString()).doesNotContain(server.tokens().currentAccessToken());
    }

    @Test
    void realmSignsInWithTokensFromElsewhere() {
        TokenSet elsewhere = realm().tokens();
        realm().signOut();

        realm().signIn(elsewhere);

        assertThat(shop.orders().getString("user")).isEqualTo("alice");
    }

    @Test
    void realmRefreshesNow() {
        TokenSet before = realm().tokens();

        TokenSet after = realm().refresh().toCompletableFuture().join();

        assertThat(after).isNotEqualTo(before).isEqualTo(realm().tokens());
        assertThat(server.tokens().refreshes()).isEqualTo(1);
    }

    @Test
    void tokensForWhichNobodyWaitsAreFreshToo() {
        expireLocally();

        TokenSet tokens = realm().tokensLater().toCompletableFuture().join();

        assertThat(tokens.accessToken()).isEqualTo(server.tokens().currentAccessToken());
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }

    @Test
    void realmHasNoTokensAfterSignOut() {
        realm().signOut();

        assertThatThrownBy(() -> realm().tokens()).isInstanceOf(SessionExpiredException.class);
        assertThatThrownBy(() -> realm().tokensLater().toCompletableFuture().join())
                .hasCauseInstanceOf(SessionExpiredException.class);
        assertThatThrownBy(() -> realm().refresh().toCompletableFuture().join())
                .hasCauseInstanceOf(SessionExpiredException.class);
    }

    @Test
    void unknownRealmIsToldWithTheKnownOnes() {
        assertThatThrownBy(() -> tollgate.realm("shoe"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("there is no realm 'shoe', only [", "lost", "shop");
    }

    @Test
    void outageOfTheTokenEndpointIsRiddenOut() {
        expireLocally();
        server.faults().next("/token", 3, Answer.status(503));

        assertThat(shop.orders().getInt("generation")).isEqualTo(1);
        assertThat(server.tokens().refreshAttempts()).isEqualTo(4);
    }

    @Test
    void serverThatAsksForMoreTimeThanACallHasIsLeftAlone() {
        expireLocally();
        server.faults().always("/token", Answer.unavailable(Duration.ofSeconds(30)));

        assertThatThrownBy(() -> shop.orders())
                .isInstanceOfSatisfying(TokenUnavailableException.class, failure -> assertThat(failure.retryAt())
                        .isAfter(Instant.now().plusSeconds(20)));
        assertThatThrownBy(() -> shop.orders()).isInstanceOf(TokenUnavailableException.class);
        assertThat(server.requests().count("/token")).isEqualTo(1);
    }

    @Test
    void lostAnswerOfARotatingServerIsNotAskedForTwice() {
        expireLocally();
        shop.orders();
        expireLocally();
        // tag::lost[]
        server.faults().next("/token", Answer.dropAfterHandling());

        assertThatThrownBy(() -> shop.orders())
                .isInstanceOf(SessionExpiredException.class)
                .hasMessageContaining("got no usable answer");
        assertThat(server.tokens().reuseDetected()).isZero();
        // end::lost[]
    }

    @Test
    void gateRefreshesOnAThreadOfItsOwnWithTheDeploymentsClassesAndARequestOfItsOwn() {
        expireLocally();
        Observations.clear();

        shop.orders();

        assertThat(Observations.REQUESTS)
                .filteredOn(seen -> seen.path().equals("/token"))
                .singleElement()
                .satisfies(seen -> {
                    assertThat(seen.thread()).startsWith("tollgate-shop-");
                    assertThat(seen.loader()).isSameAs(Thread.currentThread().getContextClassLoader());
                    assertThat(seen.hasRequest()).isTrue();
                });
    }
}
