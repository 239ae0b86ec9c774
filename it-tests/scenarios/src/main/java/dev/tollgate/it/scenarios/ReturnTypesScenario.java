package dev.tollgate.it.scenarios;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tollgate.it.scenarios.client.Order;
import dev.tollgate.it.scenarios.client.ReturnsClient;
import dev.tollgate.testkit.Answer;
import dev.tollgate.testkit.Answer.Reply;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.InboundSseEvent;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;

/** Whatever a method returns, its caller gets the answer to the call with the new token. */
public abstract class ReturnTypesScenario extends MatrixScenario {

    private static final String LARGE = "0123456789abcdef".repeat(65_536);
    private static final Reply TWO_ORDERS = json("[{\"item\":\"one\"},{\"item\":\"two\"}]");
    protected static final Reply TWO_EVENTS = Answer.status(200)
            .body(MediaType.SERVER_SENT_EVENTS, "id: 1\ndata: one\n\nid: 2\nevent: last\ndata: two\n\n");

    private ReturnsClient client;

    @BeforeEach
    protected void choose() {
        client = client(ReturnsClient.class);
    }

    @Test
    void nothing() throws Throwable {
        replayed(() -> client.nothing());
    }

    @Test
    void nothingLater() throws Exception {
        serve(Answer.status(204));

        assertThat(later(client::nothingLater)).isNull();
    }

    @Test
    void object() throws Exception {
        assertThat(replayed(() -> client.order()).generation).isEqualTo(1);
    }

    @Test
    void objectLater() throws Exception {
        assertThat(later(client::orderLater).generation).isEqualTo(1);
    }

    @Test
    void listOfObjects() throws Exception {
        serve(TWO_ORDERS);

        assertThat(itemsOf(replayed(() -> client.orders()))).containsExactly("one", "two");
    }

    @Test
    void listOfObjectsLater() throws Exception {
        serve(TWO_ORDERS);

        assertThat(itemsOf(later(client::ordersLater))).containsExactly("one", "two");
    }

    @Test
    void response() throws Exception {
        serve(json("{\"generation\":7}").header("X-Answer", "second"));

        try (Response response = replayed(() -> client.response())) {
            assertIsSecond(response);
        }
    }

    @Test
    void responseLater() throws Exception {
        serve(json("{\"generation\":7}").header("X-Answer", "second"));

        try (Response response = later(client::responseLater)) {
            assertIsSecond(response);
        }
    }

    @Test
    void responseSaysOfItselfWhatTheSecondAnswerSays() throws Exception {
        server.faults().next("/api", refusal().header("X-First", "1").header("Set-Cookie", "first=1"));
        serve(Answer.status(201)
                .header("Location", "/orders/1")
                .header("ETag", "\"tag\"")
                .header("Last-Modified", "Tue, 15 Nov 1994 12:45:26 GMT")
                .header("Link", "</orders/2>; rel=\"next\"")
                .header("Set-Cookie", "second=2")
                .body("text/plain;charset=UTF-8", "é"));

        try (Response response = replayed(() -> client.response())) {
            assertThat(response.getStatus()).isEqualTo(201);
            assertThat(response.getStatusInfo().getReasonPhrase()).isEqualTo("Created");
            assertThat(response.getMediaType()).isEqualTo(MediaType.valueOf("text/plain;charset=UTF-8"));
            assertThat(response.getLength()).isEqualTo(2);
            assertThat(response.getLocation()).hasPath("/orders/1");
            assertThat(response.getEntityTag().getValue()).isEqualTo("tag");
            assertThat(response.getLastModified()).isEqualTo("1994-11-15T12:45:26Z");
            assertThat(response.getLink("next").getUri()).hasPath("/orders/2");
            assertThat(response.getCookies()).containsOnlyKeys("second");
            assertThat(response.getHeaders()).doesNotContainKeys("X-First", "WWW-Authenticate");
            assertThat(response.readEntity(String.class)).isEqualTo("é");
        }
    }

    @Test
    void text() throws Exception {
        serve(LARGE);

        assertThat(replayed(() -> client.text())).isEqualTo(LARGE);
    }

    @Test
    void textLater() throws Exception {
        serve(LARGE);

        assertThat(later(client::textLater)).isEqualTo(LARGE);
    }

    @Test
    void bytes() throws Exception {
        serve(LARGE);

        assertThat(replayed(() -> client.bytes())).isEqualTo(LARGE.getBytes(UTF_8));
    }

    @Test
    void bytesLater() throws Exception {
        serve(LARGE);

        assertThat(later(client::bytesLater)).isEqualTo(LARGE.getBytes(UTF_8));
    }

    @Test
    void stream() throws Exception {
        serve(LARGE);

        try (InputStream stream = replayed(() -> client.stream())) {
            assertThat(stream).hasContent(LARGE);
        }
    }

    @Test
    void streamLater() throws Exception {
        serve(LARGE);

        try (InputStream stream = later(client::streamLater)) {
            assertThat(stream).hasContent(LARGE);
        }
    }

    @Test
    void streamOfAResponse() throws Exception {
        serve(LARGE);

        try (Response response = replayed(() -> client.response())) {
            assertThat(response.readEntity(InputStream.class)).hasContent(LARGE);
        }
    }

    @Test
    void serverSentTexts() throws Exception {
        serve(TWO_EVENTS);

        assertThat(replayed(() -> Collected.of(texts()))).containsExactly("one", "two");
    }

    /** As the clients of this runtime return them. */
    protected Publisher<String> texts() {
        return client.texts();
    }

    @Test
    protected void serverSentEvents() throws Exception {
        serve(TWO_EVENTS);

        assertThat(replayed(() -> Collected.of(client.events())))
                .extracting(InboundSseEvent::getId, InboundSseEvent::getName, InboundSseEvent::readData)
                .containsExactly(tuple("1", null, "one"), tuple("2", "last", "two"));
    }

    @Test
    void noContent() throws Throwable {
        serve(Answer.status(204));

        replayed(() -> client.nothing());
    }

    @Test
    void noContentInsteadOfAnObject() throws Exception {
        serve(Answer.status(204));

        assertThat(replayed(() -> client.order())).isNull();
    }

    @Test
    void noContentInsteadOfAnObjectLater() throws Exception {
        serve(Answer.status(204));

        assertThat(later(client::orderLater)).isNull();
    }

    @Test
    void noContentOfAResponse() throws Exception {
        serve(Answer.status(204));

        try (Response response = replayed(() -> client.response())) {
            assertThat(response.getStatus()).isEqualTo(204);
            assertThat(response.readEntity(String.class)).isNullOrEmpty();
        }
    }

    @Test
    void emptyText() throws Exception {
        serve("");

        assertThat(replayed(() -> client.text())).isNullOrEmpty();
    }

    @Test
    void emptyStream() throws Exception {
        serve("");

        try (InputStream stream = replayed(() -> client.stream())) {
            assertThat(stream).satisfiesAnyOf(s -> assertThat(s).isNull(), s -> assertThat(s)
                    .isEmpty());
        }
    }

    @Test
    void refusalOfTheNewTokenTooIsTheAnswer() {
        refusedTwice(() -> client.order()).satisfies(ShopScenario::isUnauthorized);
        client.nothing();
    }

    @Test
    void refusalOfTheNewTokenTooIsTheAnswerLater() {
        refusedTwice(() -> client.orderLater().toCompletableFuture().join())
                .isInstanceOf(CompletionException.class)
                .cause()
                .satisfies(ShopScenario::isUnauthorized);
        client.nothing();
    }

    private <T> T later(Callable<CompletionStage<T>> call) throws Exception {
        return replayed(() -> call.call().toCompletableFuture().get(10, SECONDS));
    }

    private void serve(String text) {
        serve(Answer.status(200).body("text/plain", text));
    }

    protected void serve(Reply reply) {
        server.resources().serve("/api/returns", reply);
    }

    private static Reply refusal() {
        return Answer.status(401).header("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }

    private static Reply json(String body) {
        return Answer.status(200).body(MediaType.APPLICATION_JSON, body);
    }

    private static List<String> itemsOf(List<Order> orders) {
        return orders.stream().map(order -> String.valueOf(order.item)).toList();
    }

    private static void assertIsSecond(Response response) {
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getHeaderString("X-Answer")).isEqualTo("second");
        assertThat(response.readEntity(Order.class).generation).isEqualTo(7);
    }
}
