package dev.tollgate.it.quarkus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.it.scenarios.ShopScenario;
import dev.tollgate.rest.TokenRealm;
import dev.tollgate.testkit.Answer;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;

/** An interface that is shared with other runtimes may have such a method; Quarkus has nothing that could read for it. */
@QuarkusTest
class PublisherTest extends ShopScenario {

    /** As MicroProfile has it. */
    @TokenRealm("shop")
    public interface PublisherClient {

        @GET
        @Path("api/publisher")
        @Produces(MediaType.SERVER_SENT_EVENTS)
        Publisher<String> events();
    }

    @Test
    void callFailsAndNamesTheTypeThatCanNotBeRead() {
        server.resources()
                .serve("/api/publisher", Answer.status(200).body(MediaType.SERVER_SENT_EVENTS, "data: one\n\n"));
        PublisherClient client =
                RestClientBuilder.newBuilder().baseUri(server.uri()).build(PublisherClient.class);

        assertThatThrownBy(client::events)
                .isInstanceOf(ProcessingException.class)
                .hasMessageContaining("org.reactivestreams.Publisher");
        assertThat(server.requests().count("/api/publisher")).isEqualTo(1);
    }
}
