package dev.tollgate.it.quarkus;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.Test;

/** Calls that are made on an event loop, which nothing ever blocks. */
@QuarkusTest
class EventLoopTest extends EventLoopMatrix {

    private static final int MANY = 1000;

    /** Its checks tell of every event loop that is blocked for two seconds. */
    private static final String BLOCKED_THREADS = "io.vertx.core.impl.BlockedThreadChecker";

    @Inject
    @RestClient
    VertxClient client;

    @Inject
    @RestClient
    UniClient orders;

    @Override
    protected VertxClient client() {
        return client;
    }

    @Test
    void thousandCallsOfOneTurnWaitForOneRefreshAndBlockNothing() throws Exception {
        expireLocally();

        try (Warnings blocked = Warnings.of(BLOCKED_THREADS)) {
            List<JsonObject> answers = later(() -> Uni.join()
                    .all(Stream.generate(orders::orders).limit(MANY).toList())
                    .andFailFast());

            assertThat(answers).hasSize(MANY).allSatisfy(answer -> assertThat(answer.getInt("generation"))
                    .isEqualTo(1));
            assertThat(blocked.about("")).as("warnings of blocked threads").isEmpty();
        }
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
        assertThat(tokensSentTo("/api/orders"))
                .hasSize(MANY)
                .containsOnly(realm().tokens().accessToken());
    }

    /** Or the test above would see nothing. */
    @Test
    void eventLoopThatIsBlockedIsTold() throws Exception {
        try (Warnings blocked = Warnings.of(BLOCKED_THREADS)) {
            CountDownLatch told = new CountDownLatch(1);
            blocked.onNext(told::countDown);
            CompletableFuture<Boolean> loop = new CompletableFuture<>();
            vertx.getOrCreateContext().runOnContext(now -> loop.complete(isReached(told)));

            assertThat(loop.get(15, SECONDS)).as("the blocked loop was told").isTrue();
            assertThat(blocked.about("has been blocked for")).isNotEmpty();
        }
    }

    private static boolean isReached(CountDownLatch latch) {
        try {
            return latch.await(10, SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
