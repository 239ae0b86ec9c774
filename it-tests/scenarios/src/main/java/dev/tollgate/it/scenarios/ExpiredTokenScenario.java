package dev.tollgate.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.it.scenarios.client.FrailClient;
import dev.tollgate.rest.Realm;
import dev.tollgate.rest.SessionExpiredException;
import dev.tollgate.rest.TokenUnavailableException;
import dev.tollgate.testkit.Answer;
import dev.tollgate.testkit.Hold;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.concurrent.Future;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.Test;

/** Conformance lines C7 to C9: the token has expired before the call is sent. */
public abstract class ExpiredTokenScenario extends ShopScenario {

    @Inject
    @RestClient
    FrailClient frail;

    @Test
    void c7_expiredTokenIsRefreshedBeforeTheCallIsSent() {
        expireLocally();

        assertThat(shop.orders().getInt("generation")).isEqualTo(1);
        assertThat(server.tokens().refreshes()).isEqualTo(1);
        assertThat(server.resources().rejected()).isZero();
    }

    @Test
    void c7_asynchronousCallToo() {
        expireLocally();

        assertThat(shop.ordersLater().toCompletableFuture().join().getInt("generation"))
                .isEqualTo(1);
        assertThat(server.tokens().refreshes()).isEqualTo(1);
    }

    @Test
    void c8_parallelCallsShareOneRefresh() throws Exception {
        expireLocally();
        // tag::hold[]
        try (Hold refresh = server.hold("/token")) {
            Future<JsonObject> first = inParallel(() -> shop.orders());
            refresh.awaitArrivals(1);
            Future<JsonObject> second = inParallel(() -> shop.orders());
            awaitWaiters(2);
            refresh.release();

            assertThat(await(first).getInt("generation")).isEqualTo(1);
            assertThat(await(second).getInt("generation")).isEqualTo(1);
        }
        // end::hold[]
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
        assertThat(realm().status().waiters()).isZero();
        assertThat(tokensSentTo("/api")).containsOnly(server.tokens().currentAccessToken());
    }

    @Test
    void c9_deadSessionFailsTheCallBeforeItIsSent() {
        expireLocally();
        server.tokens().endAllSessions();

        assertThatThrownBy(() -> shop.orders())
                .isInstanceOf(SessionExpiredException.class)
                .hasMessageContaining("realm 'shop'")
                .hasMessageContaining("400 invalid_grant");
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
        assertThat(realm().status().waiters()).isZero();
        assertThat(server.requests().to("/api")).isEmpty();
    }

    @Test
    void c9_failFastFailsTheCallWithTheFirstFailure() {
        frail.login(credentials("alice"));
        Realm own = tollgate.realm("frail");
        own.signIn(own.tokens().toBuilder().expiresIn(Duration.ZERO).build());
        server.faults().always("/token", Answer.status(503));

        assertThatThrownBy(() -> frail.place(credentials("order")))
                .isInstanceOf(TokenUnavailableException.class)
                .hasMessageContaining("realm 'frail'");
        assertThat(server.requests().count("/token")).isEqualTo(1);
        assertThat(own.status().waiters()).isZero();
        assertThat(server.requests().to("/api")).isEmpty();
    }
}
