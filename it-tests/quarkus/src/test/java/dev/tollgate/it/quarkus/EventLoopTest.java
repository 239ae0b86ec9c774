package dev.tollgate.it.quarkus;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.it.scenarios.MatrixScenario;
import dev.tollgate.testkit.Answer;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.Test;

/** Calls that are made on an event loop, which nothing ever blocks. */
@QuarkusTest
class EventLoopTest extends MatrixScenario {

    private static final int MANY = 1000;

    @Inject
    @RestClient
    UniClient client;

    @Inject
    Vertx vertx;

    @Test
    void thousandCallsOfOneTurnWaitForOneRefresh() throws Exception {
        expireLocally();

        List<JsonObject> answers = onTheLoop(() -> Uni.join()
                .all(Stream.generate(client::orders).limit(MANY).toList())
                .andFailFast());

        assertThat(answers).hasSize(MANY).allSatisfy(answer -> assertThat(answer.getInt("generation"))
                .isEqualTo(1));
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
        assertThat(tokensSentTo("/api/orders"))
                .hasSize(MANY)
                .containsOnly(realm().tokens().accessToken());
    }

    @Test
    void object() throws Exception {
        assertThat(replayed(() -> onTheLoop(client::orders)).getInt("generation"))
                .isEqualTo(1);
    }

    @Test
    void response() throws Exception {
        try (Response response = replayed(() -> onTheLoop(client::response))) {
            assertThat(response.getStatus()).isEqualTo(200);
        }
    }

    @Test
    void restResponse() throws Exception {
        assertThat(replayed(() -> client.restResponse()).getEntity().getInt("generation"))
                .isEqualTo(1);
    }

    @Test
    void restResponseLater() throws Exception {
        assertThat(replayed(() -> onTheLoop(client::restResponseLater))
                        .getEntity()
                        .getInt("generation"))
                .isEqualTo(1);
    }

    @Test
    void nothing() throws Exception {
        assertThat(replayed(() -> onTheLoop(client::nothing))).isNull();
    }

    @Test
    void events() throws Exception {
        server.resources()
                .serve(
                        "/api/orders/events",
                        Answer.status(200).body(MediaType.SERVER_SENT_EVENTS, "data: one\n\ndata: two\n\n"));

        assertThat(replayed(() -> onTheLoop(() -> client.events().collect().asList())))
                .containsExactly("one", "two");
    }

    @Test
    void buffer() throws Exception {
        replayed(() -> onTheLoop(() -> client.buffer(Buffer.buffer("content"))));

        assertThat(server.requests().to("/api/orders"))
                .allSatisfy(sent -> assertThat(sent.body()).isEqualTo("content"));
    }

    @Test
    void parts() throws Exception {
        server.tokens().revokeAccessTokens();

        onTheLoop(() -> client.parts("a", "one"));

        assertThat(server.requests().to("/api/orders")).hasSize(2).allSatisfy(sent -> assertThat(sent.body())
                .contains("one"));
    }

    private <T> T onTheLoop(Supplier<Uni<T>> call) throws Exception {
        CompletableFuture<T> answer = new CompletableFuture<>();
        vertx.getOrCreateContext()
                .runOnContext(now -> call.get().subscribe().with(answer::complete, answer::completeExceptionally));
        return answer.get(15, SECONDS);
    }
}
