package dev.tollgate.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.it.scenarios.client.HandWrittenClient;
import dev.tollgate.it.scenarios.client.HandWrittenFilter;
import dev.tollgate.testkit.Hold;
import jakarta.inject.Inject;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the guide says of a filter that an application has written itself; each of it is a scenario of ours as well. */
public abstract class HandWrittenFilterScenario extends ShopScenario {

    @Inject
    @RestClient
    HandWrittenClient byHand;

    @BeforeEach
    void keepTokens() {
        HandWrittenFilter.keep(shop.login(credentials("alice")));
    }

    @Test
    void eachCallerRefreshesForItselfAndTheServerTakesTheSecondForAThief() throws Exception {
        HandWrittenFilter.expire();
        try (Hold refreshes = server.hold("/token")) {
            Future<?> first = inParallel(() -> byHand.place(credentials("first")));
            Future<?> second = inParallel(() -> byHand.place(credentials("second")));
            refreshes.awaitArrivals(2);
            refreshes.release();
            end(first);
            end(second);
        }
        assertThat(server.tokens().refreshAttempts()).isEqualTo(2);
        assertThatThrownBy(() -> byHand.orders()).satisfies(ShopScenario::isUnauthorized);
    }

    /** However it ends. */
    private static void end(Future<?> call) throws Exception {
        try {
            await(call);
        } catch (ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void rejectionReachesTheCaller() {
        server.tokens().revokeAccessTokens();

        assertThatThrownBy(() -> byHand.orders()).satisfies(ShopScenario::isUnauthorized);
    }
}
