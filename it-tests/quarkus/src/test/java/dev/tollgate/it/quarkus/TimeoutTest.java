package dev.tollgate.it.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.it.scenarios.TimeoutScenario;
import dev.tollgate.testkit.Hold;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.json.JsonObject;
import java.util.concurrent.Future;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TimeoutTest extends TimeoutScenario {

    /**
     * Once a call has been sent, its caller's thread only waits for what Vert.x brings, which does not learn that it has
     * stopped: as every call on Quarkus that times out, it goes on, here to its replay.
     */
    @Test
    @Override
    protected void rejectedCallThatTimesOutIsNotReplayed() throws Exception {
        server.tokens().revokeAccessTokens();
        try (Hold refresh = server.hold("/token")) {
            Future<JsonObject> prompt = inParallel(() -> steady.promptOrders());
            refresh.awaitArrivals(1);

            assertThat(failureOf(prompt)).isInstanceOf(TimeoutException.class);
            assertThat(realm().status().waiters()).isEqualTo(1);
            Hold replay = server.hold("/api");
            refresh.release();
            replay.awaitArrivals(1);
            replay.release();
        }
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }
}
