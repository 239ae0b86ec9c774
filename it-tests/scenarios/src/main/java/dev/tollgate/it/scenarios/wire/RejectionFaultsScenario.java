package dev.tollgate.it.scenarios.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.it.scenarios.ShopScenario;
import dev.tollgate.rest.Realm;
import dev.tollgate.testkit.wire.FaultProxy;
import dev.tollgate.testkit.wire.WireFault;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A 401 whose head comes and whose body does not: its caller waits for wait-timeout and gets it then, although the client
 * has no read timeout, and whoever calls next has a new token.
 */
public abstract class RejectionFaultsScenario extends ShopScenario {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** Longer than a test waits for its calls. */
    private static final Duration FOR_GOOD = Duration.ofSeconds(30);

    private final FaultProxy proxy = WireProxy.get();

    @Inject
    @RestClient
    WiredClient client;

    @Override
    @BeforeEach
    protected void signInAnew() {
        server.reset();
        proxy.clear();
        proxy.acceptConnections();
        client.login(credentials("alice"));
    }

    @Override
    protected Realm realm() {
        return tollgate.realm("wired");
    }

    @Test
    void bodyThatDrips() throws Exception {
        assertHandedOver(WireFault.slowBody(1, PAUSE), () -> client.place(credentials("order")));
    }

    @Test
    void bodyThatDoesNotCome() throws Exception {
        assertHandedOver(WireFault.slowBody(1, FOR_GOOD), () -> client.place(credentials("order")));
    }

    @Test
    void bodyThatDoesNotComeForAnAsynchronousCall() throws Exception {
        assertHandedOver(WireFault.slowBody(1, FOR_GOOD), () -> client.placeLater(credentials("order"))
                .toCompletableFuture()
                .get());
    }

    private void assertHandedOver(WireFault fault, Callable<JsonObject> call) throws Exception {
        server.tokens().revokeAccessTokens();
        proxy.next("/api", fault);

        Future<JsonObject> called = inParallel(call);

        assertThat(failureOf(called))
                .satisfies(failure -> assertThat(rejection(failure)).isEqualTo(401));
        assertThat(server.requests().count("/api")).isEqualTo(1);
        assertThat(client.place(credentials("order")).getInt("generation")).isEqualTo(1);
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }

    private static int rejection(Throwable failure) {
        Throwable cause = failure;
        while (!(cause instanceof WebApplicationException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        assertThat(cause).isInstanceOf(WebApplicationException.class);
        return ((WebApplicationException) cause).getResponse().getStatus();
    }
}
