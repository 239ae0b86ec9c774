package dev.tollgate.it.quarkus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.util.Throwables.getRootCause;

import dev.tollgate.it.scenarios.AsyncSessionsScenario;
import dev.tollgate.it.scenarios.sessions.UsersClient;
import io.netty.util.concurrent.EventExecutor;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

@QuarkusTest
class AsyncSessionsTest extends AsyncSessionsScenario {

    @Inject
    Vertx vertx;

    /** Quarkus takes no executor: its calls go on on an event loop, and which one is not told. None may keep anything. */
    @Override
    protected List<Throwable> afterwardsOnItsThreads(int count, Work work) throws Exception {
        work.with(RestClientBuilder.newBuilder().baseUri(server.uri()).build(UsersClient.class));

        List<Throwable> failures = new ArrayList<>();
        for (EventExecutor loop : ((VertxInternal) vertx).getEventLoopGroup()) {
            failures.add(failureOn(loop));
        }
        assertThat(failures)
                .extracting(failure -> getRootCause(failure).getMessage())
                .containsOnly(getRootCause(failures.get(0)).getMessage());
        return failures;
    }

    private Throwable failureOn(EventExecutor loop) {
        CompletableFuture<JsonObject> call =
                CompletableFuture.supplyAsync(users::meLater, loop).thenCompose(later -> later);
        return catchThrowable(() -> call.get(10, TimeUnit.SECONDS));
    }
}
