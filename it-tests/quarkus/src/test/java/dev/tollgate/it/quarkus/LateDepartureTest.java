package dev.tollgate.it.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.it.scenarios.ShopScenario;
import dev.tollgate.testkit.Hold;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;
import org.junit.jupiter.api.Test;

/** Calls that wait for a connection take the token that is good when they leave, not the one of when they were made. */
@QuarkusTest
class LateDepartureTest extends ShopScenario {

    private static final int CONNECTIONS = 4;
    private static final int CALLS = 200;

    @Test
    void callsThatWaitForAConnectionLeaveWithTheTokenOfThatTime() throws Exception {
        String before = realm().tokens().accessToken();
        try (Hold held = server.hold("/api/orders")) {
            CompletableFuture<List<JsonObject>> answers = call();
            held.awaitArrivals(CONNECTIONS);
            realm().refresh().toCompletableFuture().get(10, TimeUnit.SECONDS);
            held.release();

            assertThat(answers.get(15, TimeUnit.SECONDS)).hasSize(CALLS);
        }

        List<String> sent = tokensSentTo("/api/orders");
        assertThat(sent)
                .filteredOn(before::equals)
                .as("left before the refresh")
                .hasSize(CONNECTIONS);
        assertThat(sent)
                .filteredOn(token -> !token.equals(before))
                .as("left after it")
                .hasSize(CALLS - CONNECTIONS)
                .containsOnly(realm().tokens().accessToken());
    }

    @Test
    void callThatLeftLateIsReplayedLikeEveryOther() throws Exception {
        try (Hold held = server.hold("/api/orders")) {
            CompletableFuture<List<JsonObject>> answers = call();
            held.awaitArrivals(CONNECTIONS);
            realm().refresh().toCompletableFuture().get(10, TimeUnit.SECONDS);
            server.tokens().revokeAccessTokens();
            held.release();

            assertThat(answers.get(15, TimeUnit.SECONDS)).hasSize(CALLS).allSatisfy(answer -> assertThat(
                            answer.getInt("generation"))
                    .isEqualTo(2));
        }
        assertThat(server.tokens().refreshAttempts()).isEqualTo(2);
    }

    private CompletableFuture<List<JsonObject>> call() {
        UniClient client = client();
        List<CompletableFuture<JsonObject>> calls = Stream.generate(
                        () -> client.orders().subscribeAsCompletionStage())
                .limit(CALLS)
                .toList();
        return CompletableFuture.allOf(calls.toArray(CompletableFuture<?>[]::new))
                .thenApply(all -> calls.stream().map(CompletableFuture::join).toList());
    }

    private UniClient client() {
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(server.uri())
                .property(QuarkusRestClientProperties.CONNECTION_POOL_SIZE, CONNECTIONS)
                .build(UniClient.class);
    }
}
