package dev.tollgate.it.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gate.GateStatus;
import dev.tollgate.it.scenarios.ShopScenario;
import dev.tollgate.it.scenarios.client.Account;
import dev.tollgate.rest.Realm;
import dev.tollgate.rest.Role;
import dev.tollgate.rest.TokenRealm;
import dev.tollgate.testkit.Hold;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Slow calls keep all connections of a client, and its refresh gets none. Nothing has been sent then. */
@QuarkusTest
@TestProfile(RefreshWithoutConnectionTest.OneConnection.class)
class RefreshWithoutConnectionTest extends ShopScenario {

    /** As few as there can be. */
    public static class OneConnection implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.rest-client.narrow.connection-pool-size", "1",
                    "quarkus.rest-client.narrow-own.connection-pool-size", "1",
                    "quarkus.rest-client.narrow-cancelled.connection-pool-size", "1",
                    "tollgate.narrow.attempt-timeout", "3s",
                    "tollgate.narrow.rotation", "strict",
                    "tollgate.narrow-own.attempt-timeout", "60s",
                    "tollgate.narrow-cancelled.attempt-timeout", "60s",
                    "tollgate.narrow-cancelled.rotation", "strict");
        }
    }

    /** Calls and refreshes by the same connections. */
    @RegisterRestClient(configKey = "narrow")
    @TokenRealm("narrow")
    public interface NarrowClient extends Account {

        @GET
        @Path("api/slow")
        JsonObject slow();

        @GET
        @Path("api/orders")
        JsonObject orders();
    }

    /** Refreshed by the application, in a call that can be cancelled. */
    @RegisterRestClient(configKey = "narrow-own")
    @TokenRealm("narrow-own")
    public interface NarrowOwnClient extends NarrowClient {

        @POST
        @Path("token")
        @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
        Uni<JsonObject> refreshLater(
                @FormParam("grant_type") String grantType, @FormParam("refresh_token") String refreshToken);

        @POST
        @Path("token")
        @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
        CompletionStage<Response> answerLater(
                @FormParam("grant_type") String grantType, @FormParam("refresh_token") String refreshToken);
    }

    /** Quarkus does not give a connection back that it finds for a request when that has been cancelled. */
    @RegisterRestClient(configKey = "narrow-cancelled")
    @TokenRealm("narrow-cancelled")
    public interface NarrowCancelledClient extends NarrowOwnClient {}

    @Inject
    @RestClient
    NarrowClient narrow;

    @Inject
    @RestClient
    NarrowCancelledClient cancelled;

    @Inject
    @RestClient
    NarrowOwnClient own;

    @Override
    @BeforeEach
    protected void signInAnew() {
        server.reset();
        narrow.login(credentials("alice"));
    }

    @Override
    protected Realm realm() {
        return tollgate.realm("narrow");
    }

    @Test
    void refreshThatWaitedInVainForAConnectionIsTriedAgain() throws Exception {
        try (Hold slow = server.hold("/api/slow")) {
            Future<JsonObject> occupying = inParallel(narrow::slow);
            slow.awaitArrivals(1);
            expireLocally();
            Future<JsonObject> call = inParallel(narrow::orders);
            awaitFailure();
            slow.release();

            assertThat(await(call).getInt("generation")).isEqualTo(1);
            assertThat(await(occupying).getInt("generation")).isZero();
        }
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }

    @Test
    void refreshByTheApplicationThatWaitedInVainForAConnectionKeepsTheSession() throws Exception {
        String refreshToken = realm().tokens().refreshToken().orElseThrow();
        try (Hold slow = server.hold("/api/slow")) {
            Future<JsonObject> occupying = inParallel(narrow::slow);
            slow.awaitArrivals(1);

            assertThat(failureOf(inParallel(() -> narrow.refresh("refresh_token", refreshToken))))
                    .hasMessageContaining("NarrowClient.refresh was called off before it was sent");

            assertThat(realm().status().state()).isEqualTo(GateStatus.State.STALE);
            slow.release();
            await(occupying);
        }
        assertThat(await(inParallel(() -> narrow.refresh("refresh_token", refreshToken))))
                .containsKey("access_token");
        assertThat(narrow.orders().getInt("generation")).isEqualTo(1);
    }

    /** As {@code @Timeout} does with a {@code Uni}; a flight that nobody ends would be under way for a minute. */
    @Test
    void refreshThatIsCancelledBeforeThereIsAConnectionKeepsTheSession() throws Exception {
        cancelled.login(credentials("alice"));
        Realm realm = tollgate.realm("narrow-cancelled");
        String refreshToken = realm.tokens().refreshToken().orElseThrow();
        try (Hold slow = server.hold("/api/slow")) {
            Future<JsonObject> occupying = inParallel(cancelled::slow);
            slow.awaitArrivals(1);
            Uni<JsonObject> refresh =
                    tollgate.callAs(Role.REFRESH_TOKEN, () -> cancelled.refreshLater("refresh_token", refreshToken));
            Cancellable subscription = tollgate.callAs(
                    Role.REFRESH_TOKEN, () -> refresh.subscribe().with(answer -> {}, failure -> {}));
            await(realm, GateStatus.State.REFRESHING);

            subscription.cancel();

            await(realm, GateStatus.State.STALE);
            slow.release();
            await(occupying);
        }
        assertThat(server.tokens().refreshAttempts()).isZero();
    }

    /** The request goes on, and so does its flight. */
    @Test
    void futureThatIsCancelledLeavesTheRefreshToItself() throws Exception {
        own.login(credentials("alice"));
        Realm realm = tollgate.realm("narrow-own");
        String refreshToken = realm.tokens().refreshToken().orElseThrow();
        try (Hold slow = server.hold("/api/slow")) {
            Future<JsonObject> occupying = inParallel(own::slow);
            slow.awaitArrivals(1);
            CompletionStage<Response> refresh =
                    tollgate.callAs(Role.REFRESH_TOKEN, () -> own.answerLater("refresh_token", refreshToken));
            await(realm, GateStatus.State.REFRESHING);

            refresh.toCompletableFuture().cancel(true);

            assertThat(realm.status().state()).isEqualTo(GateStatus.State.REFRESHING);
            slow.release();
            await(occupying);
        }
        await(realm, GateStatus.State.FRESH);
        assertThat(own.orders().getInt("generation")).isEqualTo(1);
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }

    private static void await(Realm realm, GateStatus.State state) {
        long end = System.nanoTime() + 10_000_000_000L;
        while (realm.status().state() != state) {
            assertThat(System.nanoTime()).as("time until %s", state).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private void awaitFailure() {
        long end = System.nanoTime() + 10_000_000_000L;
        while (realm().status().failure().isEmpty()) {
            assertThat(System.nanoTime()).as("time until an attempt has failed").isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
