package dev.tollgate.it.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.it.scenarios.ShopScenario;
import dev.tollgate.rest.TokenRealm;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.jboss.logging.MDC;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The application's filters find the request that is served, whether their call had to wait for a token or not. */
@QuarkusTest
class FilterContextTest extends ShopScenario {

    /** A client of the realm. */
    @TokenRealm("shop")
    @Path("api/orders")
    public interface TracedClient {

        @GET
        Uni<JsonObject> orders();

        @GET
        CompletionStage<JsonObject> ordersLater();
    }

    /** What is known of the request that is served. */
    @RequestScoped
    public static class Trace {

        private String id = "none";

        public String id() {
            return id;
        }

        public void start(String anew) {
            id = anew;
        }
    }

    /** Sends along what a bean of the request knows. */
    public static final class TraceFilter implements ClientRequestFilter {

        @Override
        public void filter(ClientRequestContext request) {
            request.getHeaders()
                    .putSingle(
                            "X-Trace", CDI.current().select(Trace.class).get().id());
            request.getHeaders().putSingle("X-Logged", String.valueOf(MDC.get("trace")));
        }
    }

    @Inject
    Trace trace;

    private final TracedClient client = RestClientBuilder.newBuilder()
            .baseUri(server.uri())
            .register(TraceFilter.class)
            .build(TracedClient.class);

    @ParameterizedTest
    @ValueSource(strings = {"worker", "event-loop"})
    void filterOfACallThatDidNotWait(String place) throws Exception {
        call(place);

        assertThat(traced()).isEqualTo("id of " + place);
    }

    @ParameterizedTest
    @ValueSource(strings = {"worker", "event-loop"})
    void filterOfACallThatWaited(String place) throws Exception {
        expireLocally();

        call(place);

        assertThat(traced()).isEqualTo("id of " + place);
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }

    /** Quarkus keeps the MDC in the context of Vert.x. */
    @ParameterizedTest
    @ValueSource(strings = {"worker", "event-loop"})
    void mdcOfACallThatWaited(String place) throws Exception {
        expireLocally();

        call(place);

        assertThat(sent("X-Logged")).isEqualTo("id of " + place);
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"worker", "event-loop"})
    void filterOfACompletionStageThatWaited(String place) throws Exception {
        expireLocally();

        Serving.laterAt(place, () -> {
            trace.start("id of " + place);
            return Uni.createFrom().completionStage(client.ordersLater());
        });

        assertThat(traced()).isEqualTo("id of " + place);
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }

    private void call(String place) throws Exception {
        Serving.laterAt(place, () -> {
            trace.start("id of " + place);
            MDC.put("trace", "id of " + place);
            return client.orders();
        });
    }

    private String traced() {
        return sent("X-Trace");
    }

    private String sent(String header) {
        return server.requests().to("/api/orders").get(0).header(header).orElseThrow();
    }
}
