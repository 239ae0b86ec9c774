package dev.tollgate.it.quarkus;

import dev.tollgate.it.scenarios.FeedScenario;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.reactivestreams.FlowAdapters;
import org.reactivestreams.Publisher;

@QuarkusTest
class FeedTest extends FeedScenario {

    /** A client of Quarkus returns no {@code Publisher}, but a {@code Multi}. */
    @Override
    protected Publisher<String> eventsOf(URI feed) {
        return FlowAdapters.toPublisher(QuarkusRestClientBuilder.newBuilder()
                .baseUri(feed)
                .build(MultiClient.class)
                .feed());
    }
}
