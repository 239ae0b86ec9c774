package dev.tollgate.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.it.scenarios.client.Attempts;
import dev.tollgate.it.scenarios.client.SteadyClient;
import dev.tollgate.rest.SessionExpiredException;
import dev.tollgate.rest.TokenUnavailableException;
import dev.tollgate.testkit.Answer;
import dev.tollgate.testkit.Hold;
import jakarta.json.JsonObject;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code @Retry}: a refresh and a replay are one attempt; further ones cost the authorization server nothing. */
public abstract class RetryScenario extends FaultToleranceScenario {

    private static final int PARALLEL_CALLS = 5;

    /** The scenarios' {@code wait-timeout}: four attempts that take less have not waited. */
    private static final int WAIT_TIMEOUT_SECONDS = 5;

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
    protected void sessionThatEndsDuringAnAsynchronousCallIsTriedOnceMoreWithoutATokenCall() throws Exception {
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
        assertThatThrownBy(() -> built.orders())
                .isInstanceOfSatisfying(
                        WebApplicationException.class,
                        failure -> assertThat(failure.getResponse().getStatus()).isEqualTo(503));
        assertThat(Attempts.count()).isEqualTo(2);
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
}
