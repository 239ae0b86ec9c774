package dev.tollgate.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.it.scenarios.client.Attempts;
import dev.tollgate.rest.SessionExpiredException;
import dev.tollgate.testkit.Answer;
import java.time.Duration;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.junit.jupiter.api.Test;

/** {@code @Fallback} and {@code @CircuitBreaker}: what is refreshed silently is no failure to them. */
public abstract class FallbackScenario extends FaultToleranceScenario {

    @Test
    void fallbackIsUsedWhenThereIsNoTokenToBeHad() {
        expireLocally();
        server.faults().always("/token", Answer.unavailable(Duration.ofSeconds(30)));
        assertThat(steady.ordersOrNone().getInt("generation")).isEqualTo(-1);

        realm().signOut();
        assertThat(steady.ordersOrNone().getInt("generation")).isEqualTo(-1);
    }

    @Test
    void fallbackIsNotUsedWhenTheReplaySucceeds() {
        server.tokens().revokeAccessTokens();

        assertThat(steady.ordersOrNone().getInt("generation")).isEqualTo(1);
    }

    @Test
    void circuitBreakerCountsNoSilentlyRefreshedCallAsAFailure() {
        for (int generation = 1; generation <= 10; generation++) {
            server.tokens().revokeAccessTokens();
            assertThat(steady.guardedOrders().getInt("generation")).isEqualTo(generation);
        }
        assertThat(server.resources().rejected()).isBetween(10, 20);
    }

    @Test
    void circuitBreakerIsNotOpenedByMissingTokensIfItIsToldSo() {
        realm().signOut();
        for (int call = 0; call < 10; call++) {
            assertThatThrownBy(() -> steady.guardedOrders()).isInstanceOf(SessionExpiredException.class);
        }
        shop.login(credentials("alice"));

        assertThat(steady.guardedOrders().getString("user")).isEqualTo("alice");
    }

    @Test
    void circuitBreakerIsOpenedByAServerThatRefusesEveryToken() {
        server.resources().rejectPath("/api/broken");
        for (int call = 0; call < 4; call++) {
            assertThatThrownBy(() -> steady.guardedBroken()).satisfies(ShopScenario::isUnauthorized);
        }

        assertThatThrownBy(() -> steady.guardedBroken()).isInstanceOf(CircuitBreakerOpenException.class);
        assertThat(Attempts.count()).isEqualTo(4);
        // an accepted token ends the distrust of this client, which other scenarios use too
        assertThat(steady.orders()).isNotNull();
    }
}
