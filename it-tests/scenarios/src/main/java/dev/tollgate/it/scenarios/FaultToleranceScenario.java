package dev.tollgate.it.scenarios;

import dev.tollgate.it.scenarios.client.Attempts;
import dev.tollgate.it.scenarios.client.SteadyClient;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.BeforeEach;

/**
 * The interceptors of MicroProfile Fault Tolerance are around the whole call: the wait for a token, the refresh and the
 * replay happen inside one attempt. So a rejected token is no failure to them, and what is one (there is no token to be
 * had) costs the authorization server nothing when it is tried again. What a timeout ends is its own call, never the
 * refresh for which others wait.
 */
public abstract class FaultToleranceScenario extends ShopScenario {

    protected static final int ATTEMPTS_WITH_RETRIES = 4;

    @Inject
    @RestClient
    protected SteadyClient steady;

    @BeforeEach
    protected void countAttempts() {
        Attempts.clear();
    }

    protected static <T> Future<T> later(Supplier<CompletionStage<T>> call) {
        return call.get().toCompletableFuture();
    }
}
