package dev.tollgate.it.scenarios;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import dev.tollgate.it.scenarios.client.FeedClient;
import dev.tollgate.rest.SessionExpiredException;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** Server-sent events on a connection that stays open for longer than the token that opened it is good. */
public abstract class FeedScenario extends ShopScenario {

    private static final String END = "end";

    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();

    @Test
    void streamGoesOnWhileOthersRefreshAndAreReplayed() throws Exception {
        try (RawServer feed = RawServer.start(this::stream)) {
            Listener listener = listenTo(feed);
            assertDelivered("before", listener);

            expireLocally();
            assertThat(shop.orders().getInt("generation")).isEqualTo(1);
            assertDelivered("after an expiry", listener);
            server.tokens().revokeAccessTokens();
            assertThat(shop.orders().getInt("generation")).isEqualTo(2);
            assertDelivered("after a rejection", listener);

            events.add(END);
            assertThat(listener.next()).isEqualTo(Listener.COMPLETE);
            assertThat(feed.authorizations()).hasSize(1);
        }
        assertThat(server.tokens().refreshAttempts()).isEqualTo(2);
    }

    @Test
    void streamOutlivesItsSession() throws Exception {
        try (RawServer feed = RawServer.start(this::stream)) {
            Listener listener = listenTo(feed);
            assertDelivered("before", listener);
            server.tokens().endAllSessions();
            assertThatThrownBy(() -> shop.orders()).isInstanceOf(SessionExpiredException.class);

            assertDelivered("after", listener);
            events.add(END);
        }
    }

    @Test
    void streamThatIsRefusedWhenItIsOpenedIsOpenedAgain() throws Exception {
        try (RawServer feed = RawServer.start(this::stream)) {
            feed.refuseNext();
            Listener listener = listenTo(feed);

            assertDelivered("one", listener);
            assertDelivered("two", listener);
            events.add(END);
            assertThat(listener.next()).isEqualTo(Listener.COMPLETE);
            assertThat(feed.authorizations()).hasSize(2).doesNotHaveDuplicates();
        }
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }

    @Test
    void streamIsOpenedWithANewTokenWhereTheOldOneHasExpired() throws Exception {
        expireLocally();
        try (RawServer feed = RawServer.start(this::stream)) {
            Listener listener = listenTo(feed);

            assertDelivered("one", listener);
            events.add(END);
            assertThat(feed.authorizations())
                    .containsExactly("Bearer " + server.tokens().currentAccessToken());
        }
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }

    private void assertDelivered(String event, Listener listener) throws InterruptedException {
        events.add(event);
        assertThat(listener.next()).isEqualTo(event);
    }

    private Listener listenTo(RawServer feed) {
        Listener listener = new Listener();
        eventsOf(feed.uri()).subscribe(listener);
        return listener;
    }

    /** As the clients of this runtime return them. */
    protected Publisher<String> eventsOf(URI feed) {
        return RestClientBuilder.newBuilder()
                .baseUri(feed)
                .build(FeedClient.class)
                .events();
    }

    /** Sends what the test says, when it says it. */
    private void stream(HttpExchange exchange, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().flush(); // from JDK 25 on, the headers wait for that
        try {
            for (String event = events.take(); !event.equals(END); event = events.take()) {
                exchange.getResponseBody().write(("data: " + event + "\n\n").getBytes(UTF_8));
                exchange.getResponseBody().flush();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Listener implements Subscriber<String> {

        static final String COMPLETE = "complete";

        private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();

        @Nullable
        String next() throws InterruptedException {
            return seen.poll(10, TimeUnit.SECONDS);
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String event) {
            seen.add(event);
        }

        @Override
        public void onError(Throwable failure) {
            seen.add(failure.toString());
        }

        @Override
        public void onComplete() {
            seen.add(COMPLETE);
        }
    }
}
