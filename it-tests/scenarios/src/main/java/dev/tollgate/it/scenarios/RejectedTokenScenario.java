package dev.tollgate.it.scenarios;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.it.scenarios.client.FrailClient;
import dev.tollgate.it.scenarios.client.ShopClient;
import dev.tollgate.rest.SessionExpiredException;
import dev.tollgate.rest.TokenUnavailableException;
import dev.tollgate.rest.challenge.Challenge;
import dev.tollgate.testkit.Answer;
import dev.tollgate.testkit.Hold;
import dev.tollgate.token.TokenSet;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ReaderInterceptor;
import java.io.ByteArrayInputStream;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.Test;

/** Conformance lines S7 to S11: the resource server rejects the token. */
public abstract class RejectedTokenScenario extends ShopScenario {

    /** More than the scenarios' {@code replay-body-limit}. */
    private static final int TOO_LARGE = 70_000;

    private static final int CALLS = 30;

    @Inject
    @RestClient
    FrailClient frail;

    @Test
    void s7_rejectedCallIsRefreshedAndReplayed() {
        server.tokens().revokeAccessTokens();

        assertThat(shop.orders().getInt("generation")).isEqualTo(1);
        assertThat(server.tokens().refreshes()).isEqualTo(1);
        assertThat(server.requests().to("/api"))
                .extracting(request -> request.status())
                .containsExactly(401, 200);
    }

    @Test
    void s7_asynchronousCallToo() {
        server.tokens().revokeAccessTokens();

        assertThat(shop.ordersLater().toCompletableFuture().join().getInt("generation"))
                .isEqualTo(1);
        assertThat(server.tokens().refreshes()).isEqualTo(1);
    }

    @Test
    void s8_rejectedCallThatReturnsAResponseToo() {
        server.tokens().revokeAccessTokens();

        try (Response response = shop.ordersAsResponse()) {
            assertThat(response.getStatus()).isEqualTo(200);
            assertThat(response.readEntity(JsonObject.class).getInt("generation"))
                    .isEqualTo(1);
        }
    }

    @Test
    void s8_asynchronousResponseToo() {
        server.tokens().revokeAccessTokens();

        try (Response response =
                shop.ordersAsResponseLater().toCompletableFuture().join()) {
            assertThat(response.getStatus()).isEqualTo(200);
            assertThat(response.readEntity(JsonObject.class).getInt("generation"))
                    .isEqualTo(1);
        }
    }

    @Test
    void s8_entityIsConvertedOnce() {
        AtomicInteger conversions = new AtomicInteger();
        ReaderInterceptor counting = context -> {
            conversions.incrementAndGet();
            return context.proceed();
        };
        ShopClient built = RestClientBuilder.newBuilder()
                .baseUri(server.uri())
                .register(counting)
                .build(ShopClient.class);
        server.tokens().revokeAccessTokens();

        assertThat(built.orders().getInt("generation")).isEqualTo(1);
        assertThat(conversions).hasValue(1);
    }

    @Test
    void s9_callThatStartsDuringTheRefreshOfARejectedTokenIsHeldAndSentOnce() throws Exception {
        server.tokens().revokeAccessTokens();
        try (Hold refresh = server.hold("/token")) {
            Future<JsonObject> rejected = inParallel(() -> shop.place(order("rejected")));
            refresh.awaitArrivals(1);
            Future<JsonObject> held = inParallel(() -> shop.place(order("held")));
            awaitWaiters(2);
            refresh.release();

            assertThat(await(rejected).getInt("generation")).isEqualTo(1);
            assertThat(await(held).getInt("generation")).isEqualTo(1);
        }
        assertThat(server.requests().to("/api"))
                .filteredOn(request -> request.body().contains("held"))
                .hasSize(1);
    }

    /** What one method has had refused is served to another until it has it refused too. */
    @Test
    void s9_callOfAnotherMethodIsRejectedToo() throws Exception {
        server.tokens().revokeAccessTokens();
        try (Hold refresh = server.hold("/token")) {
            Future<JsonObject> rejected = inParallel(() -> shop.orders());
            refresh.awaitArrivals(1);
            Future<JsonObject> other = inParallel(() -> shop.place(order("other")));
            awaitWaiters(2);
            refresh.release();

            assertThat(await(rejected).getInt("generation")).isEqualTo(1);
            assertThat(await(other).getInt("generation")).isEqualTo(1);
        }
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
        assertThat(server.requests().to("/api"))
                .extracting(request -> request.status())
                .containsExactlyInAnyOrder(401, 401, 200, 200);
    }

    /** What the application does with a token is not replayed. */
    @Test
    void tokenForTheApplicationIsNotOneThatACallHasHadRejected() throws Exception {
        server.tokens().revokeAccessTokens();
        String rejectedToken = realm().tokens().accessToken();
        try (Hold refresh = server.hold("/token")) {
            Future<JsonObject> rejected = inParallel(() -> shop.orders());
            refresh.awaitArrivals(1);
            Future<String> own = inParallel(() -> realm().tokens().accessToken());
            CompletionStage<TokenSet> later = realm().tokensLater();
            awaitWaiters(3);
            refresh.release();

            assertThat(await(own)).isNotEqualTo(rejectedToken);
            assertThat(later.toCompletableFuture().join().accessToken()).isEqualTo(await(own));
            await(rejected);
        }
    }

    @Test
    void s10_parallelRejectionsShareOneRefresh() throws Exception {
        server.tokens().revokeAccessTokens();
        try (Hold calls = server.hold("/api")) {
            Future<JsonObject> first = inParallel(() -> shop.place(order("first")));
            Future<JsonObject> second = inParallel(() -> shop.place(order("second")));
            calls.awaitArrivals(2);
            calls.release();

            assertThat(await(first).getString("body")).contains("first");
            assertThat(await(second).getString("body")).contains("second");
        }
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
        assertThat(server.resources().rejected()).isEqualTo(2);
    }

    /** Semantics 7 of the model. */
    @Test
    void s10_rejectionThatArrivesWhileTheRefreshRunsWaitsForItAndIsReplayed() throws Exception {
        server.tokens().revokeAccessTokens();
        try (Hold refresh = server.hold("/token");
                Hold late = server.hold("/api/broken")) {
            Future<JsonObject> second = inParallel(() -> shop.broken());
            late.awaitArrivals(1);
            Future<JsonObject> first = inParallel(() -> shop.orders());
            refresh.awaitArrivals(1);
            late.release();
            awaitWaiters(2);
            refresh.release();

            assertThat(await(first).getInt("generation")).isEqualTo(1);
            assertThat(await(second).getInt("generation")).isEqualTo(1);
        }
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
        assertThat(server.requests().to("/api/broken"))
                .extracting(request -> request.status())
                .containsExactly(401, 200);
    }

    @Test
    void s11_failFastFailsTheRejectedCallWithTheFirstFailure() {
        frail.login(credentials("alice"));
        server.tokens().revokeAccessTokens();
        server.faults().always("/token", Answer.status(503));

        assertThatThrownBy(() -> frail.place(order("one"))).isInstanceOf(TokenUnavailableException.class);
        assertThat(server.requests().count("/token")).isEqualTo(1);
        assertThat(server.requests().to("/api")).hasSize(1);
    }

    @Test
    void s11_failedRefreshFailsTheRejectedCallWithoutAReplay() {
        server.tokens().endAllSessions();

        assertThatThrownBy(() -> shop.orders())
                .isInstanceOf(SessionExpiredException.class)
                .hasMessageContaining("invalid_grant");
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
        assertThat(server.requests().to("/api")).hasSize(1);
    }

    @Test
    void s11_asynchronousCallGetsTheSameFailureAsACause() {
        server.tokens().endAllSessions();

        assertThatThrownBy(() -> shop.ordersLater().toCompletableFuture().join())
                .isInstanceOf(CompletionException.class)
                .hasStackTraceContaining(SessionExpiredException.class.getName());
    }

    @Test
    void bodiesAreSentAgainAsTheyWere() {
        server.tokens().revokeAccessTokens();
        assertThat(shop.place(order("json")).getString("body")).isEqualTo("{\"item\":\"json\"}");

        server.tokens().revokeAccessTokens();
        assertThat(shop.placeForm("form", 2).getString("body")).isEqualTo("item=form&count=2");

        server.tokens().revokeAccessTokens();
        assertThat(shop.placeLater(order("later")).toCompletableFuture().join().getString("body"))
                .isEqualTo("{\"item\":\"later\"}");
    }

    @Test
    void bodyThatCanBeReadOnlyOnceIsSentAgainFromItsCopy() {
        server.tokens().revokeAccessTokens();

        upload("once");

        assertThat(server.requests().to("/api/upload"))
                .extracting(request -> request.body())
                .containsExactly("once", "once");
    }

    @Test
    void bodyThatIsTooLargeToBeKeptIsNeverSentAgainEmpty() {
        server.tokens().revokeAccessTokens();
        String large = "x".repeat(TOO_LARGE);

        assertThatThrownBy(() -> upload(large)).satisfies(ShopScenario::isUnauthorized);
        // ends the refresh that the rejection has started in the background
        shop.orders();

        assertThat(server.requests().to("/api/upload"))
                .extracting(request -> request.body())
                .containsExactly(large);
    }

    @Test
    void rejectionOfABodyThatIsTooLargeStillRefreshesForTheNextCall() {
        server.tokens().revokeAccessTokens();
        assertThatThrownBy(() -> upload("x".repeat(TOO_LARGE))).satisfies(ShopScenario::isUnauthorized);
        awaitRefresh();

        assertThat(shop.orders().getInt("generation")).isEqualTo(1);
        assertThat(server.resources().rejected()).isEqualTo(1);
    }

    /** One node of three behind a balancer has old keys. */
    @Test
    void nodeThatRefusesGoodTokensCausesThreeRefreshes() {
        for (int call = 0; call < CALLS; call++) {
            if (call % 3 == 0) {
                server.faults().next("/api", Answer.status(401));
            }
            shop.orders();
        }

        assertThat(server.tokens().refreshAttempts()).isEqualTo(3);
        assertThat(server.requests().to("/api")).hasSize(CALLS + CALLS / 3);
    }

    @Test
    void asynchronousCallsAreRepeatedTooWhereANodeRefusesGoodTokens() {
        for (int call = 0; call < CALLS; call++) {
            if (call % 3 == 0) {
                server.faults().next("/api", Answer.status(401));
            }
            shop.placeLater(order("later")).toCompletableFuture().join();
        }

        assertThat(server.tokens().refreshAttempts()).isEqualTo(3);
    }

    @Test
    void revokedTokensAreReplacedAtOnceAlsoWhereANodeRefusesGoodOnes() {
        for (int call = 0; call < CALLS; call++) {
            if (call % 3 == 0) {
                server.faults().next("/api", Answer.status(401));
            }
            if (call % 10 == 9) {
                server.tokens().revokeAccessTokens();
            }
            shop.orders();
        }

        assertThat(server.tokens().refreshAttempts()).isBetween(3, 3 + CALLS / 10);
    }

    @Test
    void methodThatAlwaysAnswers401HoldsUpNoOther() {
        server.resources().rejectPath("/api/broken");
        for (int call = 0; call < CALLS; call++) {
            assertThatThrownBy(() -> shop.broken()).satisfies(ShopScenario::isUnauthorized);
            shop.orders();
        }

        assertThat(server.tokens().refreshAttempts()).isLessThan(8);
        assertThat(server.requests().to("/api/orders")).hasSize(CALLS);
        server.resources().acceptPath("/api/broken");
        shop.broken(); // only its own acceptance ends its pause
    }

    @Test
    void challengeThatNoTokenCanMeetReachesTheCaller() {
        // tag::challenge[]
        server.resources().alwaysReject(true).challenge("Bearer error=\"insufficient_scope\", scope=\"admin\"");
        // end::challenge[]

        assertThatThrownBy(() -> shop.orders()).isInstanceOfSatisfying(WebApplicationException.class, refused -> {
            // tag::scopes[]
            Set<String> needed = Challenge.of(refused.getResponse()).stream()
                    .filter(Challenge::asksForMoreScopes)
                    .flatMap(challenge -> challenge.scopes().stream())
                    .collect(Collectors.toSet());
            // end::scopes[]
            assertThat(needed).containsExactly("admin");
            assertThat(refused.getResponse().readEntity(String.class)).contains("invalid_token");
        });
        assertThat(server.tokens().refreshAttempts()).isZero();
    }

    private void upload(String content) {
        shop.upload(new ByteArrayInputStream(content.getBytes(UTF_8))).close();
    }

    private static JsonObject order(String item) {
        return Json.createObjectBuilder().add("item", item).build();
    }
}
