package dev.tollgate.it.weld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.gate.GateStatus;
import dev.tollgate.it.scenarios.ShopScenario;
import dev.tollgate.rest.Guest;
import dev.tollgate.rest.Role;
import dev.tollgate.rest.TokenRealm;
import dev.tollgate.testkit.Hold;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ProcessingException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.resteasy.client.jaxrs.ClientHttpEngine;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * The answers of a non-blocking engine arrive on an I/O thread, which must not wait for a refresh. So nothing is replayed:
 * a 401 reaches its caller at once, one warning names the method, and the token is refreshed for the next call.
 */
@ArquillianTest
class NonBlockingEngineTest extends ShopScenario {

    /** A client whose engine has been exchanged. */
    @TokenRealm("shop")
    public interface EventClient extends AutoCloseable {

        @GET
        @Path("api/orders")
        JsonObject orders();

        @GET
        @Path("api/orders")
        CompletionStage<JsonObject> ordersLater();

        @POST
        @Path("api/orders")
        JsonObject place(JsonObject order);

        @POST
        @Path("api/orders")
        CompletionStage<JsonObject> placeLater(JsonObject order);

        @GET
        @Path("public/catalog")
        @Guest
        CompletionStage<JsonObject> catalogLater();

        @GET
        @Path("api/orders")
        JsonObject warnedOrders();

        @GET
        @Path("api/orders")
        CompletionStage<JsonObject> warnedOrdersLater();
    }

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios();
    }

    @Test
    void rejectionReachesTheCallerAndTheNextCallHasANewToken() throws Exception {
        server.tokens().revokeAccessTokens();
        try (EventClient client = client()) {
            assertThatThrownBy(() -> client.orders()).isInstanceOf(NotAuthorizedException.class);

            assertThat(client.orders().getInt("generation")).isEqualTo(1);
        }
        assertStatuses(401, 200);
    }

    @Test
    void rejectionReachesTheAsynchronousCallerWhileTheTokenIsStillBeingRefreshed() throws Exception {
        server.tokens().revokeAccessTokens();
        try (EventClient client = client();
                Hold refresh = server.hold("/token")) {
            assertThat(failureOf(future(client.ordersLater()))).isInstanceOf(NotAuthorizedException.class);
            refresh.awaitArrivals(1);
            Future<JsonObject> next = future(client.ordersLater());
            awaitWaiters(2);
            refresh.release();

            assertThat(await(next).getInt("generation")).isEqualTo(1);
        }
        assertStatuses(401, 200);
    }

    @Test
    void callsWithoutATokenAreNotHeldUpByARejection() throws Exception {
        server.tokens().revokeAccessTokens();
        try (EventClient client = client();
                Hold refresh = server.hold("/token")) {
            assertThat(failureOf(future(client.ordersLater()))).isInstanceOf(NotAuthorizedException.class);
            refresh.awaitArrivals(1);

            assertThat(await(future(client.catalogLater()))).isNotNull();
        }
        assertThat(shop.orders().getInt("generation")).isEqualTo(1);
    }

    @Test
    void parallelRejectionsReachTheirCallersAndShareOneRefresh() throws Exception {
        server.tokens().revokeAccessTokens();
        try (EventClient client = client();
                Hold orders = server.hold("/api")) {
            List<Future<JsonObject>> calls = new ArrayList<>();
            for (int call = 0; call < 5; call++) {
                calls.add(future(client.placeLater(Json.createObjectBuilder().build())));
            }
            orders.awaitArrivals(5);
            orders.release();

            for (Future<JsonObject> call : calls) {
                assertThat(failureOf(call)).isInstanceOf(NotAuthorizedException.class);
            }
            assertThat(await(future(client.ordersLater())).getInt("generation")).isEqualTo(1);
        }
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }

    @Test
    void expiredTokenIsRefreshedBeforeTheCallIsSent() throws Exception {
        expireLocally();
        try (EventClient client = client()) {
            assertThat(await(future(client.ordersLater())).getInt("generation")).isEqualTo(1);
            expireLocally();
            assertThat(client.orders().getInt("generation")).isEqualTo(2);
        }
        assertStatuses(200, 200);
    }

    @Test
    void oneWarningNamesEachMethodThatCanNotBeReplayed() throws Exception {
        try (EventClient client = client();
                Warnings warnings = Warnings.of("dev.tollgate.rest")) {
            for (int generation = 1; generation <= 3; generation++) {
                server.tokens().revokeAccessTokens();
                assertThatThrownBy(() -> client.warnedOrders()).isInstanceOf(NotAuthorizedException.class);
                client.warnedOrders();
                server.tokens().revokeAccessTokens();
                assertThat(failureOf(future(client.warnedOrdersLater()))).isInstanceOf(NotAuthorizedException.class);
                client.warnedOrders();
            }
            assertThat(warnings.about("EventClient.warnedOrders:"))
                    .singleElement()
                    .asString()
                    .contains("can not be sent again", "the 401 reaches the caller");
            assertThat(warnings.about("EventClient.warnedOrdersLater:")).hasSize(1);
        }
    }

    /** Nobody would learn of its failure, while all callers wait for it. */
    @Test
    void refreshByTheApplicationIsRefusedAndNamesTheFacade() throws Exception {
        JsonObject body = Json.createObjectBuilder().build();
        try (EventClient client = client()) {
            assertThatThrownBy(() -> tollgate.callAs(Role.REFRESH_TOKEN, () -> client.place(body)))
                    .isInstanceOf(ProcessingException.class)
                    .hasMessageContaining("EventClient.place was not sent")
                    .hasMessageContaining("Realm.refresh()")
                    .hasMessageContaining("Tollgate.realm(\"shop\").refresh()");
            assertThat(failureOf(future(tollgate.callAs(Role.REFRESH_TOKEN, () -> client.placeLater(body)))))
                    .hasMessageContaining("Realm.refresh()");
        }
        assertThat(server.requests().to("/api")).isEmpty();
        assertThat(realm().status().state()).isEqualTo(GateStatus.State.FRESH);
    }

    private void assertStatuses(Integer... statuses) {
        assertThat(server.requests().to("/api"))
                .extracting(request -> request.status())
                .containsExactly(statuses);
        assertThat(server.resources().served() + server.resources().rejected()).isEqualTo(statuses.length);
    }

    private EventClient client() {
        return RestClientBuilder.newBuilder()
                .baseUri(server.uri())
                // the default mapper reads answers after this engine has released them
                .property("microprofile.rest.client.disable.default.mapper", true)
                .register(nonBlockingEngine())
                .build(EventClient.class);
    }

    @SuppressWarnings("removal") // RESTEasy keeps it elsewhere from the next major version on
    private static ClientHttpEngine nonBlockingEngine() {
        ConnectionProvider connections = ConnectionProvider.create("tollgate", 10);
        return new org.jboss.resteasy.client.jaxrs.engines.ReactorNettyClientHttpEngine(
                HttpClient.create(connections), new DefaultChannelGroup(GlobalEventExecutor.INSTANCE), connections);
    }

    private static <T> Future<T> future(CompletionStage<T> call) {
        return call.toCompletableFuture();
    }
}
