package dev.tollgate.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.it.scenarios.client.Attempts;
import dev.tollgate.testkit.Hold;
import jakarta.json.JsonObject;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.junit.jupiter.api.Test;

/** {@code @Timeout}: whoever runs out of time leaves alone; the refresh goes on. */
public abstract class TimeoutScenario extends FaultToleranceScenario {

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
    protected void rejectedCallThatTimesOutIsNotReplayed() throws Exception {
        server.tokens().revokeAccessTokens();
        try (Hold refresh = server.hold("/token")) {
            Future<JsonObject> prompt = inParallel(() -> steady.promptOrders());
            refresh.awaitArrivals(1);

            assertThat(failureOf(prompt)).isInstanceOf(TimeoutException.class);
            assertThat(realm().status().waiters()).isZero();
            refresh.release();
        }
        awaitRefresh();
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

    private static void awaitAttempts(int count) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (Attempts.count() < count) {
            assertThat(System.nanoTime()).as("time until attempt %d", count).isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
