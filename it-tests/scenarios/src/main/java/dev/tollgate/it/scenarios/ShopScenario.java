package dev.tollgate.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gate.GateStatus;
import dev.tollgate.it.scenarios.client.Observations;
import dev.tollgate.it.scenarios.client.ObservedFailures;
import dev.tollgate.it.scenarios.client.ShopClient;
import dev.tollgate.rest.Realm;
import dev.tollgate.rest.Tollgate;
import dev.tollgate.testkit.FakeServer;
import dev.tollgate.token.TokenSet;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** A signed-in shop. Every scenario starts from the same state, and none may take longer than the longest wait. */
@Timeout(20)
public abstract class ShopScenario {

    private static final ExecutorService CALLERS = Executors.newCachedThreadPool(task -> {
        Thread caller = new Thread(task, "caller");
        caller.setDaemon(true);
        return caller;
    });

    protected final FakeServer server = ScenarioServer.get();

    @Inject
    @RestClient
    protected ShopClient shop;

    @Inject
    protected Tollgate tollgate;

    @BeforeEach
    protected void signInAnew() {
        server.reset();
        shop.login(credentials("alice"));
        server.requests().all();
        Observations.clear();
        ObservedFailures.STATUSES.clear();
    }

    protected Realm realm() {
        return tollgate.realm("shop");
    }

    /** From now on the token at hand looks expired, before any server says so. */
    protected void expireLocally() {
        TokenSet current = realm().tokens();
        realm().signIn(current.toBuilder().expiresIn(Duration.ZERO).build());
    }

    protected static JsonObject credentials(String password) {
        return Json.createObjectBuilder()
                .add("username", "alice")
                .add("password", password)
                .build();
    }

    protected <T> Future<T> inParallel(Callable<T> call) {
        return CALLERS.submit(call);
    }

    protected static <T> T await(Future<T> call) throws Exception {
        return call.get(10, TimeUnit.SECONDS);
    }

    protected static Throwable failureOf(Future<?> call) throws Exception {
        try {
            Object value = call.get(10, TimeUnit.SECONDS);
            throw new AssertionError("should have failed, but brought " + value);
        } catch (ExecutionException e) {
            return Objects.requireNonNull(e.getCause());
        }
    }

    /** A caller is told of a 401 by whatever exception of this kind its REST client throws. */
    protected static void isUnauthorized(@Nullable Throwable failure) {
        assertThat(failure).isInstanceOfSatisfying(WebApplicationException.class, refused -> assertThat(
                        refused.getResponse().getStatus())
                .isEqualTo(401));
    }

    /** The first refresh has landed: until then, calls of other methods go on with the token at hand. */
    protected void awaitRefresh() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (server.tokens().refreshAttempts() == 0 || realm().status().state() != GateStatus.State.FRESH) {
            assertThat(System.nanoTime()).as("time until tokens are refreshed").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    protected void awaitWaiters(int count) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (realm().status().waiters() < count) {
            assertThat(System.nanoTime()).as("time until %d calls wait", count).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    /** The tokens that calls to {@code path} carried, in the order of their arrival. */
    protected List<String> tokensSentTo(String path) {
        return server.requests().to(path).stream()
                .flatMap(request -> request.bearerToken().stream())
                .toList();
    }
}
