package dev.tollgate.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.it.scenarios.client.Attempts;
import dev.tollgate.it.scenarios.client.SteadyClient;
import dev.tollgate.rest.SessionExpiredException;
import dev.tollgate.rest.TokenUnavailableException;
import dev.tollgate.testkit.Answer;
import dev.tollgate.testkit.Hold;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.ServiceUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The interceptors of MicroProfile Fault Tolerance are around the whole call: the wait for a token, the refresh and the
 * replay happen inside one attempt. So a rejected token is no failure to them, and what is one (there is no token to be
 * had) costs the authorization server nothing when it is tried again. What a timeout ends is its own call, never the
 * refresh for which others wait.
 */
public abstract class FaultToleranceScenario extends ShopScenario {

    private static final int ATTEMPTS_WITH_RETRIES = 4;

    private static final int PARALLEL_CALLS = 5;

    /** The scenarios' {@code wait-timeout}: four attempts that take less have not waited. */
    private static final int WAIT_TIMEOUT_SECONDS = 5;

    @Inject
    @RestClient
    SteadyClient steady;

    @BeforeEach
    protected void countAttempts() {
        Attempts.clear();
    }

    @Test
    void rejectedTokenIsRefreshedAndReplayedInsideOneAttempt() {
        server.tokens().revokeAccessTokens();

        assertThat(steady.orders().getInt("generation")).isEqualTo(1);
        assertOneAttemptOfTwoRequests();
    }

    @Test
    void rejectedTokenOfAnAsynchronousCallToo() throws Exception {
        server.tokens().revokeAccessTokens();

        assertThat(await(later(() -> steady.ordersLater())).getInt("generation"))
                .isEqualTo(1);
        assertOneAttemptOfTwoRequests();
    }

    @Test
    void expiredTokenIsRefreshedInsideOneAttempt() {
        expireLocally();

        assertThat(steady.stubbornOrders().getInt("generation")).isEqualTo(1);
        assertThat(Attempts.count()).isEqualTo(1);
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }

    @Test
    void failureOfTheResourceServerIsRetriedWithoutARefresh() {
        server.faults().next("/api", 2, Answer.status(503));

        assertThat(steady.orders().getInt("generation")).isZero();
        assertThat(Attempts.count()).isEqualTo(3);
        assertThat(server.tokens().refreshAttempts()).isZero();
    }

    @Test
    void failureOfTheReplayIsRetriedWithTheNewToken() throws Exception {
        server.tokens().revokeAccessTokens();
        try (Hold refresh = server.hold("/token")) {
            Future<JsonObject> call = inParallel(() -> steady.orders());
            refresh.awaitArrivals(1);
            server.faults().next("/api", Answer.status(500));
            refresh.release();

            assertThat(await(call).getInt("generation")).isEqualTo(1);
        }
        assertThat(Attempts.count()).isEqualTo(2);
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }

    @Test
    void sessionThatIsOverIsNotRetriedIfTheRetryIsToldSo() {
        server.tokens().endAllSessions();

        assertThatThrownBy(() -> steady.orders()).isInstanceOf(SessionExpiredException.class);
        assertThat(Attempts.count()).isEqualTo(1);
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }

    @Test
    void sessionThatIsOverBeforeAnAsynchronousCallIsSentIsNotRetriedEither() throws Exception {
        expireLocally();
        server.tokens().endAllSessions();

        assertThat(failureOf(later(() -> steady.ordersLater()))).isInstanceOf(SessionExpiredException.class);
        assertThat(Attempts.count()).isEqualTo(1);
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }

    /** REST clients wrap what the filters of an answer throw, which {@code abortOn} does not see through. */
    @Test
    void sessionThatEndsDuringAnAsynchronousCallIsTriedOnceMoreWithoutATokenCall() throws Exception {
        server.tokens().endAllSessions();

        assertThat(failureOf(later(() -> steady.ordersLater()))).isInstanceOf(SessionExpiredException.class);
        assertThat(Attempts.count()).isEqualTo(2);
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
        assertThat(server.requests().to("/api")).hasSize(1);
    }

    @Test
    void retriesOfASessionThatIsOverFailFastWithoutAnyTokenCall() {
        server.tokens().endAllSessions();

        assertThatThrownBy(() -> steady.stubbornOrders()).isInstanceOf(SessionExpiredException.class);
        assertThat(Attempts.count()).isEqualTo(ATTEMPTS_WITH_RETRIES);
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
        assertThat(server.requests().to("/api")).hasSize(1);
    }

    @Test
    void asynchronousRetriesOfASessionThatIsOverFailFastToo() throws Exception {
        server.tokens().endAllSessions();

        assertThat(failureOf(later(() -> steady.stubbornOrdersLater())))
                .hasStackTraceContaining(SessionExpiredException.class.getName());
        assertThat(Attempts.count()).isEqualTo(ATTEMPTS_WITH_RETRIES);
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }

    @Test
    void shortOutageOfTheTokenEndpointIsRiddenOutInsideOneAttempt() {
        expireLocally();
        server.faults().next("/token", 2, Answer.status(503));

        assertThat(steady.orders().getInt("generation")).isEqualTo(1);
        assertThat(Attempts.count()).isEqualTo(1);
        assertThat(server.tokens().refreshAttempts()).isEqualTo(3);
    }

    @Test
    @Timeout(WAIT_TIMEOUT_SECONDS)
    void retriesDuringAnOutageLeaveATokenEndpointAloneThatAskedForIt() {
        expireLocally();
        server.faults().always("/token", Answer.unavailable(Duration.ofSeconds(30)));

        assertThatThrownBy(() -> steady.orders()).isInstanceOf(TokenUnavailableException.class);
        assertThat(Attempts.count()).isEqualTo(ATTEMPTS_WITH_RETRIES);
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
        assertThat(server.requests().to("/api")).isEmpty();
    }

    // tag::timeout[]
    @Test
    void callThatTimesOutLeavesTheRefreshToThoseWhoStillWait() throws Exception {
        expireLocally();
        try (Hold refresh = server.hold("/token")) {
            Future<JsonObject> prompt = inParallel(() -> steady.promptOrders());
            refresh.awaitArrivals(1);
            Future<JsonObject> patient = inParallel(() -> shop.orders());

            assertThat(failureOf(prompt)).isInstanceOf(TimeoutException.class);
            awaitWaiters(1);
            refresh.release();

            assertThat(await(patient).getInt("generation")).isEqualTo(1);
        }
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }
    // end::timeout[]

    @Test
    void callThatTimesOutIsTheOnlyOneThatLeaves() throws Exception {
        expireLocally();
        try (Hold refresh = server.hold("/token")) {
            Future<JsonObject> patient = inParallel(() -> shop.orders());
            refresh.awaitArrivals(1);

            assertThat(failureOf(inParallel(() -> steady.promptOrders()))).isInstanceOf(TimeoutException.class);
            assertThat(realm().status().waiters()).isEqualTo(1);
            assertThat(server.requests().to("/api")).isEmpty();
            refresh.release();

            assertThat(await(patient).getInt("generation")).isEqualTo(1);
        }
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }

    @Test
    void retryOfACallThatTimedOutJoinsTheRefreshThatIsUnderWay() throws Exception {
        expireLocally();
        try (Hold refresh = server.hold("/token")) {
            Future<JsonObject> impatient = inParallel(() -> steady.impatientOrders());
            awaitAttempts(3);
            refresh.release();

            assertThat(await(impatient).getInt("generation")).isEqualTo(1);
        }
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
        assertThat(server.requests().to("/api")).hasSize(1);
    }

    @Test
    void rejectedCallThatTimesOutIsNotReplayed() throws Exception {
        server.tokens().revokeAccessTokens();
        try (Hold refresh = server.hold("/token")) {
            Future<JsonObject> prompt = inParallel(() -> steady.promptOrders());
            refresh.awaitArrivals(1);

            assertThat(failureOf(prompt)).isInstanceOf(TimeoutException.class);
            assertThat(realm().status().waiters()).isZero();
            refresh.release();
        }
        assertThat(shop.orders().getInt("generation")).isEqualTo(1);
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
        assertThat(server.requests().to("/api")).hasSize(2);
    }

    @Test
    void threadOfACallThatTimedOutIsNotLeftInterrupted() throws Exception {
        expireLocally();
        try (Hold refresh = server.hold("/token")) {
            assertThatThrownBy(() -> steady.promptOrders()).isInstanceOf(TimeoutException.class);
            refresh.release();
        }
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(steady.promptOrders().getInt("generation")).isEqualTo(1);
    }

    @Test
    void asynchronousCallThatTimesOutIsSentAllTheSameOnceThereIsAToken() throws Exception {
        expireLocally();
        try (Hold refresh = server.hold("/token");
                Hold calls = server.hold("/api")) {
            assertThat(failureOf(later(() -> steady.promptOrdersLater()))).isInstanceOf(TimeoutException.class);
            assertThat(realm().status().waiters()).isEqualTo(1);
            refresh.release();
            calls.awaitArrivals(1);
        }
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }

    @Test
    void fallbackIsUsedWhenThereIsNoTokenToBeHad() {
        expireLocally();
        server.faults().always("/token", Answer.unavailable(Duration.ofSeconds(30)));
        assertThat(steady.ordersOrNone().getInt("generation")).isEqualTo(-1);

        realm().signOut();
        assertThat(steady.ordersOrNone().getInt("generation")).isEqualTo(-1);
    }

    @Test
    void fallbackIsNotUsedWhenTheReplaySucceeds() {
        server.tokens().revokeAccessTokens();

        assertThat(steady.ordersOrNone().getInt("generation")).isEqualTo(1);
    }

    @Test
    void circuitBreakerCountsNoSilentlyRefreshedCallAsAFailure() {
        for (int generation = 1; generation <= 10; generation++) {
            server.tokens().revokeAccessTokens();
            assertThat(steady.guardedOrders().getInt("generation")).isEqualTo(generation);
        }
        assertThat(server.resources().rejected()).isEqualTo(10);
    }

    @Test
    void circuitBreakerIsNotOpenedByMissingTokensIfItIsToldSo() {
        realm().signOut();
        for (int call = 0; call < 10; call++) {
            assertThatThrownBy(() -> steady.guardedOrders()).isInstanceOf(SessionExpiredException.class);
        }
        shop.login(credentials("alice"));

        assertThat(steady.guardedOrders().getString("user")).isEqualTo("alice");
    }

    @Test
    void circuitBreakerIsOpenedByAServerThatRefusesEveryToken() {
        server.resources().rejectPath("/api/broken");
        for (int call = 0; call < 4; call++) {
            assertThatThrownBy(() -> steady.guardedBroken()).isInstanceOf(NotAuthorizedException.class);
        }

        assertThatThrownBy(() -> steady.guardedBroken()).isInstanceOf(CircuitBreakerOpenException.class);
        assertThat(Attempts.count()).isEqualTo(4);
        // an accepted token ends the distrust of this client, which other scenarios use too
        assertThat(steady.orders()).isNotNull();
    }

    @Test
    void parallelCallsWithRetriesShareOneRefresh() throws Exception {
        server.tokens().revokeAccessTokens();
        assertRejectedCallsShareOneRefresh(PARALLEL_CALLS, () -> steady.stubbornOrders());
    }

    @Test
    void parallelAsynchronousCallsWithRetriesToo() throws Exception {
        server.tokens().revokeAccessTokens();
        assertRejectedCallsShareOneRefresh(
                asynchronousCallsAtOnce(), () -> await(later(() -> steady.stubbornOrdersLater())));
    }

    @Test
    void builtClientIsRefreshedAndReplayedButNotRetried() {
        SteadyClient built =
                RestClientBuilder.newBuilder().baseUri(server.uri()).build(SteadyClient.class);
        server.tokens().revokeAccessTokens();
        assertThat(built.orders().getInt("generation")).isEqualTo(1);

        server.faults().next("/api", Answer.status(503));
        assertThatThrownBy(() -> built.orders()).isInstanceOf(ServiceUnavailableException.class);
        assertThat(Attempts.count()).isEqualTo(2);
    }

    private static void awaitAttempts(int count) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (Attempts.count() < count) {
            assertThat(System.nanoTime()).as("time until attempt %d", count).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    /** How many asynchronous calls are under way at once, at least. */
    protected int asynchronousCallsAtOnce() {
        return PARALLEL_CALLS;
    }

    private void assertRejectedCallsShareOneRefresh(int count, Callable<JsonObject> call) throws Exception {
        try (Hold calls = server.hold("/api")) {
            List<Future<JsonObject>> callers = new ArrayList<>();
            IntStream.range(0, count).forEach(i -> callers.add(inParallel(call)));
            calls.awaitArrivals(count);
            calls.release();
            for (Future<JsonObject> caller : callers) {
                assertThat(await(caller).getInt("generation")).isEqualTo(1);
            }
        }
        assertThat(Attempts.count()).isEqualTo(count);
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }

    private void assertOneAttemptOfTwoRequests() {
        assertThat(Attempts.count()).isEqualTo(1);
        assertThat(server.requests().to("/api"))
                .extracting(request -> request.status())
                .containsExactly(401, 200);
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }

    private static <T> Future<T> later(Supplier<CompletionStage<T>> call) {
        return call.get().toCompletableFuture();
    }
}
