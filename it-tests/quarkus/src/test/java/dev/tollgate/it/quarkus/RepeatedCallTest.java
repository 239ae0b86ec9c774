package dev.tollgate.it.quarkus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.it.scenarios.ShopScenario;
import dev.tollgate.rest.TokenRealm;
import dev.tollgate.testkit.Answer;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.junit.jupiter.api.Test;

/** Each subscription to a {@code Uni} is a call of its own, with a token of its own. */
@QuarkusTest
class RepeatedCallTest extends ShopScenario {

    private static final Duration SOON = Duration.ofSeconds(10);

    /** A client of the realm. */
    @TokenRealm("shop")
    @Path("api/orders")
    public interface RepeatedClient {

        @GET
        Uni<JsonObject> orders();

        @GET
        Multi<String> parts();

        @GET
        Uni<JsonObject> ordersAs(@HeaderParam("Authorization") String authorization);
    }

    /** Lets the first call fail before it is sent. */
    public static final class FirstFails implements ClientRequestFilter {

        private final AtomicInteger calls = new AtomicInteger();

        @Override
        public void filter(ClientRequestContext request) {
            if (calls.getAndIncrement() == 0) {
                throw new IllegalStateException("the first call");
            }
        }
    }

    private final RepeatedClient client =
            RestClientBuilder.newBuilder().baseUri(server.uri()).build(RepeatedClient.class);

    @Test
    void secondSubscriptionMayWaitAndBeReplayed() {
        Uni<JsonObject> orders = client.orders();
        orders.await().atMost(SOON);
        expireLocally();

        assertThat(orders.await().atMost(SOON).getInt("generation")).isEqualTo(1);
        server.tokens().revokeAccessTokens();

        assertThat(orders.await().atMost(SOON).getInt("generation")).isEqualTo(2);
    }

    @Test
    void secondSubscriptionToAStreamMayToo() {
        Multi<String> parts = client.parts();
        parts.collect().asList().await().atMost(SOON);
        server.tokens().revokeAccessTokens();

        assertThat(parts.collect().asList().await().atMost(SOON))
                .singleElement()
                .asString()
                .contains("\"generation\":1");
    }

    @Test
    void retryAfterAFailureOfTheServerCarriesTheTokenOfThatTime() {
        server.faults().next("/api/orders", Answer.status(503));

        assertThat(retried(client).getInt("generation")).isEqualTo(1);
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }

    @Test
    void retryAfterAFilterHasFailedDoesToo() {
        RepeatedClient failing = RestClientBuilder.newBuilder()
                .baseUri(server.uri())
                .register(new FirstFails())
                .build(RepeatedClient.class);

        assertThat(retried(failing).getInt("generation")).isEqualTo(1);
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }

    /** The token is out of use before the second attempt. */
    private JsonObject retried(RepeatedClient with) {
        return with.orders()
                .onFailure()
                .invoke(failure -> server.tokens().revokeAccessTokens())
                .onFailure()
                .retry()
                .atMost(1)
                .await()
                .atMost(SOON);
    }

    @Test
    void headerOfTheCallerIsRespectedEachTime() {
        Uni<JsonObject> orders = client.ordersAs("Basic bWU6bWluZQ==");

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> orders.await().atMost(SOON)).satisfies(ShopScenario::isUnauthorized);
        }

        assertThat(server.requests().to("/api/orders")).hasSize(2).allSatisfy(sent -> assertThat(
                        sent.header(HttpHeaders.AUTHORIZATION))
                .hasValue("Basic bWU6bWluZQ=="));
        assertThat(server.tokens().refreshAttempts()).isZero();
    }
}
