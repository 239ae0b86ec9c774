package dev.tollgate.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.it.scenarios.ShopScenario;
import dev.tollgate.it.scenarios.client.Account;
import dev.tollgate.it.scenarios.client.Observations;
import dev.tollgate.rest.Guest;
import dev.tollgate.rest.Realm;
import dev.tollgate.rest.TokenRealm;
import dev.tollgate.rest.TokenUnavailableException;
import dev.tollgate.testkit.Hold;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Asynchronous methods run on the server's default executor, all applications' together: two threads for each processor.
 * Whoever waits for a token there holds one of them, since a filter can not let go of its thread.
 */
@InWildFly
class DefaultExecutorTest extends ShopScenario {

    private static final int THREADS = 2 * Runtime.getRuntime().availableProcessors();
    private static final int CALLS = 40;

    @Inject
    @RestClient
    PooledClient pooled;

    @Inject
    @RestClient
    BoundedClient bounded;

    /** All its calls can be asynchronous. */
    @RegisterRestClient(configKey = "pooled")
    @RegisterProvider(Observations.class)
    @TokenRealm("pooled")
    public interface PooledClient extends Pooled {}

    /** As many of its calls wait as leaves one thread of the pool to others. */
    @RegisterRestClient(configKey = "bounded")
    @TokenRealm("bounded")
    public interface BoundedClient extends Pooled {}

    /** What both have. */
    public interface Pooled extends Account {

        @POST
        @Path("api/orders")
        CompletionStage<JsonObject> placeLater(JsonObject order);

        @POST
        @Path("public/catalog")
        @Guest
        JsonObject catalog(JsonObject search);

        @POST
        @Path("public/catalog")
        @Guest
        CompletionStage<JsonObject> catalogLater(JsonObject search);
    }

    private Realm realm;

    @Deployment
    static Archive<?> scenarios() {
        // tag::max-waiters[]
        return Deployments.scenarios("tollgate.bounded.max-waiters=" + (THREADS - 1));
        // end::max-waiters[]
    }

    @Override
    protected Realm realm() {
        return realm;
    }

    @Override
    @BeforeEach
    protected void signInAnew() {
        server.reset();
        pooled.login(credentials("alice"));
        bounded.login(credentials("alice"));
        realm = tollgate.realm("pooled");
        server.requests().all();
        Observations.clear();
    }

    @Test
    void manyCallsAtOnceAcrossAnExpiryAllSucceed() throws Exception {
        expireLocally();

        assertAllSucceedWithOneRefresh();
        assertThat(server.resources().rejected()).isZero();
    }

    @Test
    void manyCallsAtOnceAcrossARevocationAllSucceed() throws Exception {
        server.tokens().revokeAccessTokens();

        assertAllSucceedWithOneRefresh();
        assertThat(server.resources().rejected()).isBetween(1, THREADS);
    }

    @Test
    void callsRunOnTheServersExecutorAndTheirRefreshDoesNot() throws Exception {
        server.tokens().revokeAccessTokens();

        assertAllSucceedWithOneRefresh();

        assertThat(threadsOf("/api/orders"))
                .allSatisfy(name -> assertThat(name).startsWith("EE-ManagedExecutorService-default-"))
                .hasSizeBetween(1, THREADS);
        assertThat(threadsOf("/token")).singleElement().asString().startsWith("tollgate-pooled-");
    }

    @Test
    void guestOnItsCallersThreadIsNotHeldUpHoweverManyWait() throws Exception {
        expireLocally();
        try (Hold refresh = server.hold("/token")) {
            List<Future<JsonObject>> waiting = call(CALLS, () -> pooled.placeLater(credentials("order")));
            awaitWaiters(THREADS);

            assertThat(pooled.catalog(credentials("search"))).isNotNull();

            refresh.release();
            assertGeneration(waiting, 1);
        }
    }

    /** As far as the pool allows: this is what the guide warns of. */
    @Test
    void asynchronousGuestIsHeldUpWhenAllThreadsOfThePoolWait() throws Exception {
        expireLocally();
        try (Hold refresh = server.hold("/token")) {
            List<Future<JsonObject>> waiting = call(THREADS, () -> pooled.placeLater(credentials("order")));
            awaitWaiters(THREADS);

            Future<JsonObject> guest =
                    pooled.catalogLater(credentials("search")).toCompletableFuture();
            assertThat(server.requests().count("/public")).isZero();

            refresh.release();
            assertThat(await(guest)).isNotNull();
            assertGeneration(waiting, 1);
        }
    }

    @Test
    void asynchronousGuestIsNotHeldUpWhereFewerMayWaitThanThePoolHasThreads() throws Exception {
        realm = tollgate.realm("bounded");
        expireLocally();
        try (Hold refresh = server.hold("/token")) {
            List<Future<JsonObject>> waiting = call(THREADS - 1, () -> bounded.placeLater(credentials("order")));
            awaitWaiters(THREADS - 1);

            assertThat(failureOf(bounded.placeLater(credentials("one too many")).toCompletableFuture()))
                    .isInstanceOf(TokenUnavailableException.class);
            assertThat(await(bounded.catalogLater(credentials("search")).toCompletableFuture()))
                    .isNotNull();

            refresh.release();
            assertGeneration(waiting, 1);
        }
    }

    private void assertAllSucceedWithOneRefresh() throws Exception {
        assertGeneration(call(CALLS, () -> pooled.placeLater(credentials("order"))), 1);
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }

    private static void assertGeneration(List<Future<JsonObject>> calls, int generation) throws Exception {
        for (Future<JsonObject> call : calls) {
            assertThat(await(call).getInt("generation")).isEqualTo(generation);
        }
    }

    private static List<Future<JsonObject>> call(int times, Supplier<CompletionStage<JsonObject>> call) {
        return Stream.generate(call)
                .limit(times)
                .<Future<JsonObject>>map(CompletionStage::toCompletableFuture)
                .toList();
    }

    private static List<String> threadsOf(String path) {
        return Observations.REQUESTS.stream()
                .filter(seen -> seen.path().equals(path))
                .map(Observations.Seen::thread)
                .distinct()
                .toList();
    }
}
