package dev.tollgate.it.quarkus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.it.scenarios.ShopScenario;
import dev.tollgate.rest.TokenRealm;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** No server has seen a call that a filter answers ({@code abortWith}), so there is nothing to refresh or to send again. */
@QuarkusTest
class AnsweringFilterTest extends ShopScenario {

    /** A client of the realm. */
    @TokenRealm("shop")
    @Path("api/orders")
    public interface AnsweredClient {

        @GET
        JsonObject orders();

        @GET
        Uni<JsonObject> ordersLater();
    }

    /** Answers in place of the server. */
    public static final class Refusal implements ClientRequestFilter {

        @Override
        public void filter(ClientRequestContext request) {
            request.abortWith(Response.status(401).build());
        }
    }

    private final AnsweredClient client = RestClientBuilder.newBuilder()
            .baseUri(server.uri())
            .register(Refusal.class)
            .build(AnsweredClient.class);

    @Test
    void refusalReachesTheCaller() {
        assertThatThrownBy(client::orders).satisfies(ShopScenario::isUnauthorized);
    }

    @Test
    void refusalReachesTheCallerLater() {
        assertThatThrownBy(() -> client.ordersLater().await().atMost(Duration.ofSeconds(10)))
                .satisfies(ShopScenario::isUnauthorized);
    }

    @AfterEach
    void nobodyHasHeardOfIt() {
        assertThat(server.requests().count("/api")).isZero();
        assertThat(server.tokens().refreshAttempts()).isZero();
        assertThat(shop.orders().getInt("generation")).isZero();
    }
}
