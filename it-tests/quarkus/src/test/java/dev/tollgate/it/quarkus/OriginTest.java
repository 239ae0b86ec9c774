package dev.tollgate.it.quarkus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.it.scenarios.OriginScenario;
import dev.tollgate.it.scenarios.client.Detour;
import dev.tollgate.rest.TokenRealm;
import dev.tollgate.rest.UntrustedOriginException;
import io.quarkus.rest.client.reactive.Url;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.time.Duration;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OriginTest extends OriginScenario {

    /** A client whose caller may say where a request goes. */
    @TokenRealm("straying")
    @Path("api/orders")
    public interface PointedClient {

        @GET
        JsonObject orders(@Url @Nullable String base);

        @GET
        Uni<JsonObject> ordersLater(@Url URI base);
    }

    private final PointedClient pointed =
            RestClientBuilder.newBuilder().baseUri(server.uri()).build(PointedClient.class);

    @Test
    void callThatAParameterLeadsToAnotherOriginIsNotSent() {
        assertThatThrownBy(() -> pointed.orders(elsewhere.uri().toString()))
                .isInstanceOf(UntrustedOriginException.class)
                .hasMessage("realm 'straying': PointedClient.orders was not sent: " + elsewhere.uri()
                        + " is not an origin of the realm: its clients go to " + server.uri()
                        + ", and tollgate.straying.allowed-origins names none");
        assertNothingArrived("/api");
    }

    @Test
    void asynchronousCallThatAParameterLeadsThereIsNotSentEither() {
        assertThatThrownBy(() -> pointed.ordersLater(elsewhere.uri()).await().atMost(Duration.ofSeconds(10)))
                .isInstanceOf(UntrustedOriginException.class);
        assertNothingArrived("/api");
    }

    @Test
    void parameterThatLeadsToTheClientsOwnOriginIsFine() {
        pointed.orders(server.uri().toString());
        pointed.orders(null);

        assertThat(tokensSentTo("/api/orders")).containsOnly(server.tokens().currentAccessToken());
    }

    /** Of filters with the same priority, the one that is put on every client is the last: it sees what this one does. */
    @Test
    @Override
    protected void filterThatRunsAfterTheCheckIsRefused() {
        tollgate.realm("late").signIn(realm().tokens());
        Detour.of("/api/orders", elsewhere.uri("/api/orders"));

        assertThatThrownBy(() -> late.place(order()))
                .isInstanceOf(UntrustedOriginException.class)
                // of two filters at the same priority, either may be the last
                .hasMessageContaining("LateStrayingClient.place was not sent: ");
        assertNothingArrived("/api");
    }
}
