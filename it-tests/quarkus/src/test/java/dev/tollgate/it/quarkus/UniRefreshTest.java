package dev.tollgate.it.quarkus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tollgate.gate.GateStatus.State;
import dev.tollgate.it.scenarios.ShopScenario;
import dev.tollgate.rest.Realm;
import dev.tollgate.rest.SessionExpiredException;
import dev.tollgate.rest.TokenUnavailableException;
import dev.tollgate.testkit.Answer;
import dev.tollgate.testkit.Hold;
import dev.tollgate.token.TokenSet;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Methods for tokens that return a {@link Uni}: nothing happens before somebody subscribes. */
@QuarkusTest
class UniRefreshTest extends ShopScenario {

    private static final Duration SOON = Duration.ofSeconds(10);

    @Inject
    @RestClient
    UniAccountClient account;

    @Inject
    @RestClient
    UniDeskClient service;

    @Inject
    UniDesk desk;

    private String realm = "uni-account";

    @Override
    @BeforeEach
    protected void signInAnew() {
        super.signInAnew();
        TokenSet tokens = tollgate.realm("shop").tokens();
        tollgate.realm("uni-desk").signIn(tokens);
        realm().signIn(tokens);
    }

    @Override
    protected Realm realm() {
        return tollgate.realm(realm);
    }

    @Test
    void loginSignsInOnceItIsSubscribedTo() {
        realm().signOut();

        Uni<JsonObject> login = account.login(credentials("alice"));
        assertThat(realm().status().state()).isEqualTo(State.SIGNED_OUT);
        login.await().atMost(SOON);

        assertThat(realm().status().state()).isEqualTo(State.FRESH);
        assertThat(account.orders().await().atMost(SOON).getString("user")).isEqualTo("alice");
    }

    @Test
    void logoutSignsOut() {
        account.logout().await().atMost(SOON);

        assertThat(realm().status().state()).isEqualTo(State.SIGNED_OUT);
    }

    @Test
    void expiredTokenIsRefreshedByAMethodThatReturnsAUni() {
        expireLocally();

        assertThat(account.orders().await().atMost(SOON).getInt("generation")).isEqualTo(1);
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }

    @Test
    void rejectedTokenToo() {
        server.tokens().revokeAccessTokens();

        assertThat(account.orders().await().atMost(SOON).getInt("generation")).isEqualTo(1);
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }

    @Test
    void refusedRefreshEndsTheSession() {
        expireLocally();
        server.tokens().endAllSessions();

        assertThat(catchThrowable(() -> account.orders().await().atMost(SOON)))
                .isInstanceOf(SessionExpiredException.class);
    }

    @Test
    void refreshThatFailsForNowIsTriedAgain() {
        expireLocally();
        server.faults().next("/token", 2, Answer.status(503));

        assertThat(account.orders().await().atMost(SOON).getInt("generation")).isEqualTo(1);
        assertThat(server.tokens().refreshAttempts()).isEqualTo(3);
    }

    @Test
    void callOfTheMethodByTheApplicationIsTheFlightOnceItIsSubscribedTo() throws Exception {
        String refreshToken = realm().tokens().refreshToken().orElseThrow();
        expireLocally();
        Uni<JsonObject> own = account.refresh("refresh_token", refreshToken);

        try (Hold refresh = server.hold("/token")) {
            CompletableFuture<JsonObject> renewed = own.subscribeAsCompletionStage();
            refresh.awaitArrivals(1);
            CompletableFuture<JsonObject> waiting = account.orders().subscribeAsCompletionStage();
            awaitWaiters(1);
            refresh.release();

            assertThat(renewed.get(10, TimeUnit.SECONDS).getString("access_token"))
                    .isNotBlank();
            assertThat(waiting.get(10, TimeUnit.SECONDS).getInt("generation")).isEqualTo(1);
        }
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }

    @Test
    void beanRefreshesItsRealm() {
        realm = "uni-desk";
        server.tokens().revokeAccessTokens();

        assertThat(service.orders().await().atMost(SOON).getInt("generation")).isEqualTo(1);
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }

    @Test
    void callOfTheBeanByTheApplicationIsTheFlightOnceItIsSubscribedTo() throws Exception {
        realm = "uni-desk";
        TokenSet before = realm().tokens();
        Uni<TokenSet> own = desk.renew(before);
        assertThat(realm().status().state()).as("before anybody subscribes").isEqualTo(State.FRESH);
        expireLocally();

        try (Hold refresh = server.hold("/token")) {
            CompletableFuture<TokenSet> renewed = own.subscribeAsCompletionStage();
            refresh.awaitArrivals(1);
            CompletableFuture<JsonObject> waiting = service.orders().subscribeAsCompletionStage();
            awaitWaiters(1);
            assertThat(catchThrowable(() -> own.await().atMost(SOON)))
                    .isInstanceOf(TokenUnavailableException.class)
                    .hasMessageContaining("instead of UniDesk.renew call Tollgate.realm(\"uni-desk\").refresh()");
            refresh.release();

            assertThat(waiting.get(10, TimeUnit.SECONDS).getInt("generation")).isEqualTo(1);
            assertThat(renewed.get(10, TimeUnit.SECONDS).accessToken())
                    .isEqualTo(realm().tokens().accessToken());
        }
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }
}
