package dev.tollgate.it.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.it.scenarios.ShopScenario;
import dev.tollgate.it.scenarios.client.Account;
import dev.tollgate.rest.Realm;
import dev.tollgate.rest.TokenRealm;
import dev.tollgate.testkit.Hold;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;
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
                    "tollgate.narrow.attempt-timeout", "3s",
                    "tollgate.narrow.rotation", "strict");
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

    @Inject
    @RestClient
    NarrowClient narrow;

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

    private void awaitFailure() {
        long end = System.nanoTime() + 10_000_000_000L;
        while (realm().status().failure().isEmpty()) {
            assertThat(System.nanoTime()).as("time until an attempt has failed").isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
