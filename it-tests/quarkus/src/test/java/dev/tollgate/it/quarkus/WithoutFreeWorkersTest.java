package dev.tollgate.it.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.it.scenarios.ShopScenario;
import dev.tollgate.it.scenarios.client.LimitedClient;
import dev.tollgate.rest.Realm;
import dev.tollgate.rest.SessionExpiredException;
import dev.tollgate.rest.TokenRealm;
import dev.tollgate.testkit.Hold;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All workers of Quarkus wait for their calls, and none is left for what these calls need to end. */
@QuarkusTest
@TestProfile(WithoutFreeWorkersTest.FewWorkers.class)
class WithoutFreeWorkersTest extends ShopScenario {

    private static final int WORKERS = 4;

    /** So few that a test keeps all of them busy. */
    public static class FewWorkers implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.thread-pool.max-threads",
                    String.valueOf(WORKERS),
                    // asynchronous observers of a login are waited for, but run on workers
                    "tollgate.limited.wait-timeout",
                    "2s");
        }
    }

    /** What the realm's own client has not. */
    @TokenRealm("limited")
    public interface OtherClient {

        @POST
        @Path("api/orders")
        Uni<JsonObject> later(String order);
    }

    /** In no realm. */
    @Path("public/news")
    public interface PlainClient {

        @GET
        Response news();
    }

    /** None of the application's response filters is on it: Quarkus itself runs these on a worker. */
    @Inject
    @RestClient
    LimitedClient limited;

    private final PlainClient plain =
            RestClientBuilder.newBuilder().baseUri(server.uri()).build(PlainClient.class);

    private final OtherClient other =
            RestClientBuilder.newBuilder().baseUri(server.uri()).build(OtherClient.class);

    @Override
    @BeforeEach
    protected void signInAnew() {
        server.reset();
        try {
            await(inParallel(() -> limited.login(credentials("alice"))));
        } catch (Exception e) {
            throw new IllegalStateException("the test before has left no worker", e);
        }
    }

    @Override
    protected Realm realm() {
        return tollgate.realm("limited");
    }

    @Test
    void login() throws Exception {
        try (Hold login = server.hold("/login")) {
            List<Future<JsonObject>> logins = onAllWorkers(() -> limited.login(credentials("alice")));
            login.awaitArrivals(WORKERS);
            login.release();

            for (Future<JsonObject> each : logins) {
                assertThat(await(each)).containsKey("access_token");
            }
        }
    }

    @Test
    void responseThatIsStillToBeRead() throws Exception {
        List<Future<Integer>> calls = onAllWorkers(() -> statusOf(limited.placed("one")));

        for (Future<Integer> each : calls) {
            assertThat(await(each)).isEqualTo(200);
        }
    }

    @Test
    void responseOfARejectedTokenThatIsStillToBeRead() throws Exception {
        server.tokens().revokeAccessTokens();
        List<Future<Integer>> calls = onAllWorkers(() -> statusOf(limited.placed("one")));

        for (Future<Integer> each : calls) {
            assertThat(await(each)).isEqualTo(200);
        }
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }

    @Test
    void responseOfAClientWithoutARealm() throws Exception {
        List<Future<Integer>> calls = onAllWorkers(() -> statusOf(plain.news()));

        for (Future<Integer> each : calls) {
            assertThat(await(each)).isEqualTo(200);
        }
    }

    @Test
    void callWithoutASession() throws Exception {
        realm().signOut();
        List<Future<JsonObject>> calls = onAllWorkers(() -> limited.place(credentials("any")));

        for (Future<JsonObject> each : calls) {
            assertThat(failureOf(each)).isInstanceOf(SessionExpiredException.class);
        }
    }

    @Test
    void callThatBringsItsAnswerLaterButIsWaitedFor() throws Exception {
        expireLocally();
        try (Hold refresh = server.hold("/token")) {
            List<Future<JsonObject>> calls =
                    onAllWorkers(() -> other.later("one").await().atMost(Duration.ofSeconds(10)));
            refresh.awaitArrivals(1);
            awaitWaiters(WORKERS);
            refresh.release();

            for (Future<JsonObject> each : calls) {
                assertThat(await(each).getInt("generation")).isEqualTo(1);
            }
        }
    }

    /** What {@code call} returns on each worker; none makes it before all of them are about to. */
    private static <T> List<Future<T>> onAllWorkers(Callable<T> call) {
        CyclicBarrier all = new CyclicBarrier(WORKERS);
        return Stream.generate(() -> onAWorker(() -> {
                    all.await();
                    return call.call();
                }))
                .limit(WORKERS)
                .toList();
    }

    private static <T> Future<T> onAWorker(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Infrastructure.getDefaultWorkerPool().execute(task);
        return task;
    }

    private static int statusOf(Response response) {
        try (response) {
            return response.getStatus();
        }
    }
}
