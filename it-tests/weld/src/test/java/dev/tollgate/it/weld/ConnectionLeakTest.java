package dev.tollgate.it.weld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.it.scenarios.ShopScenario;
import dev.tollgate.rest.TokenRealm;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Rejected calls in a row through one single connection: a connection that is not given back fails the next call after
 * two seconds. They are fewer than refreshes are slowed down from, and most are sent with the same token once more. How many connections there are is a matter of RESTEasy's client.
 */
@ArquillianTest
class ConnectionLeakTest extends ShopScenario {

    private static final int REJECTIONS = 18;

    /** The same resource in all the ways in which a method can take its answer. */
    @TokenRealm("shop")
    public interface PooledClient {

        @GET
        @Path("api/{name}")
        JsonObject json(@PathParam("name") String name);

        @GET
        @Path("api/{name}")
        Response response(@PathParam("name") String name);

        @GET
        @Path("api/{name}")
        InputStream stream(@PathParam("name") String name);

        @GET
        @Path("api/{name}")
        CompletionStage<JsonObject> jsonLater(@PathParam("name") String name);

        @GET
        @Path("api/{name}")
        CompletionStage<Response> responseLater(@PathParam("name") String name);

        @GET
        @Path("api/{name}")
        CompletionStage<InputStream> streamLater(@PathParam("name") String name);
    }

    /** How a method takes its answer. */
    enum Taking {
        JSON,
        RESPONSE,
        STREAM,
        JSON_LATER,
        RESPONSE_LATER,
        STREAM_LATER;

        JsonObject call(PooledClient client, String name) throws Exception {
            return switch (this) {
                case JSON -> client.json(name);
                case RESPONSE -> read(client.response(name));
                case STREAM -> read(client.stream(name));
                case JSON_LATER -> awaitStage(client.jsonLater(name));
                case RESPONSE_LATER -> read(awaitStage(client.responseLater(name)));
                case STREAM_LATER -> read(awaitStage(client.streamLater(name)));
            };
        }
    }

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios();
    }

    @ParameterizedTest
    @EnumSource
    void callsThatAreReplayedGiveTheirConnectionBack(Taking taking) throws Exception {
        PooledClient client = clientWithOneConnection();

        for (int generation = 1; generation <= REJECTIONS; generation++) {
            server.tokens().revokeAccessTokens();
            assertThat(taking.call(client, "orders").getInt("generation")).isEqualTo(generation);
        }
        assertThat(server.resources().rejected()).isBetween(REJECTIONS, 2 * REJECTIONS);
    }

    @ParameterizedTest
    @EnumSource
    void callsWhoseReplayIsRejectedTooGiveTheirConnectionBack(Taking taking) throws Exception {
        server.resources().rejectPath("/api/broken");
        PooledClient client = clientWithOneConnection();

        for (int generation = 1; generation <= REJECTIONS / 2; generation++) {
            assertRejected(taking, client);
            // ends the distrust of the method, so that the next call is replayed as well
            assertThat(taking.call(client, "orders").getInt("generation")).isEqualTo(generation);
        }
        assertThat(server.resources().rejected()).isBetween(REJECTIONS, 2 * REJECTIONS);
    }

    @ParameterizedTest
    @EnumSource
    void callsThatAreRejectedForGoodGiveTheirConnectionBack(Taking taking) throws Exception {
        server.resources().rejectPath("/api/broken");
        PooledClient client = clientWithOneConnection();

        for (int call = 0; call < REJECTIONS; call++) {
            assertRejected(taking, client);
        }
        assertThat(taking.call(client, "orders").getString("user")).isEqualTo("alice");
    }

    private static void assertRejected(Taking taking, PooledClient client) {
        assertThatThrownBy(() -> taking.call(client, "broken"))
                .extracting(ConnectionLeakTest::unwrapped)
                .isInstanceOf(NotAuthorizedException.class);
    }

    private static Throwable unwrapped(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof ExecutionException && cause != null ? cause : failure;
    }

    private PooledClient clientWithOneConnection() {
        return RestClientBuilder.newBuilder()
                .baseUri(server.uri())
                .property("resteasy.connectionPoolSize", 1)
                .property("resteasy.connectionCheckoutTimeout", List.of(2L, TimeUnit.SECONDS))
                .build(PooledClient.class);
    }

    private static <T> T awaitStage(CompletionStage<T> call) throws Exception {
        return await(call.toCompletableFuture());
    }

    private static JsonObject read(Response response) {
        try (response) {
            return response.readEntity(JsonObject.class);
        }
    }

    private static JsonObject read(InputStream content) {
        try (JsonReader reader = Json.createReader(content)) {
            return reader.readObject();
        }
    }
}
