package dev.tollgate.it.quarkus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tollgate.it.scenarios.ReturnTypesScenario;
import java.time.Duration;
import org.jboss.resteasy.reactive.client.SseEvent;
import org.junit.jupiter.api.Test;
import org.reactivestreams.FlowAdapters;
import org.reactivestreams.Publisher;

/** A client of Quarkus returns no {@code Publisher}, but a {@code Multi}. */
abstract class ReturnTypesOnQuarkus extends ReturnTypesScenario {

    @Override
    protected Publisher<String> texts() {
        return FlowAdapters.toPublisher(client(MultiClient.class).texts());
    }

    @Test
    @Override
    protected void serverSentEvents() throws Exception {
        serve(TWO_EVENTS);

        assertThat(replayed(() -> client(MultiClient.class)
                        .events()
                        .collect()
                        .asList()
                        .await()
                        .atMost(Duration.ofSeconds(10))))
                .extracting(SseEvent::id, SseEvent::name, SseEvent::data)
                .containsExactly(tuple("1", null, "one"), tuple("2", "last", "two"));
    }
}
