package dev.tollgate.it.quarkus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tollgate.gate.GateStatus.State;
import dev.tollgate.it.scenarios.ShopScenario;
import dev.tollgate.quarkus.MutinyRealm;
import dev.tollgate.quarkus.MutinyTollgate;
import dev.tollgate.rest.Role;
import dev.tollgate.rest.SessionExpiredException;
import dev.tollgate.testkit.Hold;
import dev.tollgate.token.TokenSet;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The realms for code that never waits. */
@QuarkusTest
class MutinyFacadeTest extends ShopScenario {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final int MANY = 500;

    @Inject
    MutinyTollgate mutiny;

    @Inject
    @RestClient
    UniClient client;

    @Inject
    Vertx vertx;

    @Test
    void tokensOfManySubscribersOfOneLoopComeFromOneRefreshAndOnThatLoop() throws Exception {
        expireLocally();
        CompletableFuture<List<Boolean>> onTheLoop = new CompletableFuture<>();
        CompletableFuture<Thread> loop = new CompletableFuture<>();

        try (Hold refresh = server.hold("/token")) {
            vertx.getOrCreateContext().runOnContext(now -> {
                loop.complete(Thread.currentThread());
                Uni.join()
                        .all(Stream.generate(() -> realmLater()
                                        .tokens()
                                        .map(any ->
                                                Context.isOnEventLoopThread() && Thread.currentThread() == loop.join()))
                                .limit(MANY)
                                .toList())
                        .andFailFast()
                        .subscribe()
                        .with(onTheLoop::complete, onTheLoop::completeExceptionally);
            });
            refresh.awaitArrivals(1);
            awaitWaiters(MANY);
            refresh.release();

            assertThat(onTheLoop.get(10, TimeUnit.SECONDS)).hasSize(MANY).containsOnly(true);
        }
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }

    @Test
    void refreshBeginsWhenSomebodySubscribes() {
        TokenSet before = realm().tokens();

        Uni<TokenSet> refresh = realmLater().refresh();
        assertThat(server.tokens().refreshAttempts()).isZero();

        assertThat(refresh.await().atMost(SOON)).isNotEqualTo(before).isEqualTo(realm().tokens());
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }

    @Test
    void failureIsTheOneOfTheRealmItself() {
        realmLater().signOut().await().atMost(SOON);

        assertThat(realm().status().state()).isEqualTo(State.SIGNED_OUT);
        assertThat(catchThrowable(() -> realmLater().tokens().await().atMost(SOON)))
                .isInstanceOf(SessionExpiredException.class);
        assertThat(catchThrowable(() -> realmLater().refresh().await().atMost(SOON)))
                .isInstanceOf(SessionExpiredException.class);
    }

    @Test
    void signInBringsTokensFromElsewhere() {
        TokenSet elsewhere = realm().tokens();
        realm().signOut();

        realmLater().signIn(elsewhere).await().atMost(SOON);

        assertThat(client.orders().await().atMost(SOON).getString("user")).isEqualTo("alice");
    }

    @Test
    void roleGivenInCodeGoesAlongWithTheUni() {
        server.resources().rejectPath("/api/orders");

        Uni<JsonObject> asAGuest = mutiny.callAs(Role.GUEST, client::orders);

        assertThat(catchThrowable(() -> asAGuest.await().atMost(SOON))).satisfies(ShopScenario::isUnauthorized);
        assertThat(server.requests().to("/api/orders"))
                .singleElement()
                .satisfies(sent -> assertThat(sent.authorization()).isEmpty());
        assertThat(server.tokens().refreshAttempts()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"worker", "event-loop"})
    void mdcGoesAlongWithTheUni(String place) throws Exception {
        Object logged = Serving.laterAt(place, () -> {
            MDC.put("trace", "id of " + place);
            return realmLater().tokens().map(any -> String.valueOf(MDC.get("trace")));
        });

        assertThat(logged).isEqualTo("id of " + place);
    }

    private MutinyRealm realmLater() {
        return mutiny.realm("shop");
    }
}
