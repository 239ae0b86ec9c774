package dev.tollgate.it.weld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tollgate.gate.GateStatus;
import dev.tollgate.it.scenarios.ShopScenario;
import dev.tollgate.it.scenarios.wire.OwnRefreshClient;
import dev.tollgate.it.scenarios.wire.WireProxy;
import dev.tollgate.rest.Realm;
import dev.tollgate.testkit.Hold;
import dev.tollgate.token.TokenSet;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A refresh by the application that finds all connections of RESTEasy's client in use was not sent. */
@ArquillianTest
class OwnRefreshWithoutConnectionTest extends ShopScenario {

    private static final int CHECKOUT_MILLIS = 200;
    private static final int LONG = 20_000;

    private TokenSet held = TokenSet.of("none").build();

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.wired(OwnRefreshClient.class);
    }

    @Override
    @BeforeEach
    protected void signInAnew() {
        server.reset();
        WireProxy.get().clear();
        client(LONG).login(credentials("alice"));
        held = realm().tokens();
    }

    @Override
    protected Realm realm() {
        return tollgate.realm("own-refresh");
    }

    @Test
    void refreshThatGetsNoConnectionInTimeKeepsTheSession() throws Exception {
        OwnRefreshClient client = client(CHECKOUT_MILLIS);
        try (Hold orders = server.hold("/api")) {
            Future<JsonObject> occupying = occupy(client, orders);

            assertThat(catchThrowable(() -> client.refresh(held))).isNotNull();

            assertNothingIsUnderWay();
            orders.release();
            await(occupying);
        }
        assertTheSessionGoesOn(client);
    }

    /** As {@code @Timeout} does. */
    @Test
    void refreshThatIsInterruptedWhileItWaitsForAConnectionKeepsTheSession() throws Exception {
        OwnRefreshClient client = client(LONG);
        try (Hold orders = server.hold("/api")) {
            Future<JsonObject> occupying = occupy(client, orders);
            FutureTask<Object> refresh = new FutureTask<>(() -> client.refresh(held));
            Thread caller = new Thread(refresh);
            caller.start();
            awaitFlight();

            caller.interrupt();

            assertThat(failureOf(refresh)).isNotNull();
            assertNothingIsUnderWay();
            orders.release();
            await(occupying);
        }
        assertTheSessionGoesOn(client);
    }

    private Future<JsonObject> occupy(OwnRefreshClient client, Hold orders) throws Exception {
        Future<JsonObject> occupying = inParallel(() -> client.place(credentials("order")));
        orders.awaitArrivals(1);
        return occupying;
    }

    private void awaitFlight() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (realm().status().state() != GateStatus.State.REFRESHING) {
            assertThat(System.nanoTime())
                    .as("time until the refresh is under way")
                    .isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private void assertNothingIsUnderWay() {
        assertThat(realm().status().state()).isNotIn(GateStatus.State.REFRESHING, GateStatus.State.SESSION_EXPIRED);
        assertThat(server.tokens().refreshAttempts()).isZero();
    }

    private void assertTheSessionGoesOn(OwnRefreshClient client) {
        client.refresh(held).close();
        assertThat(client.place(credentials("order")).getInt("generation")).isEqualTo(1);
    }

    private static OwnRefreshClient client(long checkoutMillis) {
        return RestClientBuilder.newBuilder()
                .baseUri(WireProxy.get().uri())
                .property("resteasy.connectionPoolSize", 1)
                .property("resteasy.connectionCheckoutTimeout", List.of(checkoutMillis, TimeUnit.MILLISECONDS))
                .build(OwnRefreshClient.class);
    }
}
