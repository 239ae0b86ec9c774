package dev.tollgate.it.scenarios.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tollgate.it.scenarios.ShopScenario;
import dev.tollgate.rest.Realm;
import dev.tollgate.testkit.wire.FaultProxy;
import dev.tollgate.testkit.wire.WireFault;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.ProcessingException;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where it is known what was sent: a refresh that never left is tried again, a replay that may have left is not. */
public abstract class UnsentRefreshScenario extends ShopScenario {

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
    void refreshThatCouldNotBeSentIsTriedAgain() throws Exception {
        refuseConnections();
        expireLocally();

        Future<JsonObject> call = inParallel(() -> client.place(credentials("order")));
        awaitWaiters(1);
        proxy.acceptConnections();

        assertThat(await(call).getInt("generation")).isEqualTo(1);
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }

    @Test
    void refreshesLeaveNoConnectionBehind() {
        int before = proxy.traffic().open() + keptByThePool();
        for (int generation = 1; generation <= 20; generation++) {
            refresh(generation);
        }
        awaitOpenConnections(before);
    }

    @Test
    void refreshesShareAClient() {
        refresh(1);
        int before = WiredClient.Built.CLIENTS.get();
        for (int generation = 2; generation <= 20; generation++) {
            refresh(generation);
        }
        assertThat(WiredClient.Built.CLIENTS).hasValue(before);
        assertThat(server.tokens().refreshAttempts()).isEqualTo(20);
    }

    private void refresh(int generation) {
        expireLocally();
        assertThat(client.place(credentials("order")).getInt("generation")).isEqualTo(generation);
    }

    /** How many connections a runtime may keep for all the refreshes to come. */
    protected int keptByThePool() {
        return 0;
    }

    @Test
    void replayThatIsResetIsNotSentAThirdTime() {
        server.tokens().revokeAccessTokens();
        proxy.next("/api", WireFault.none()).next("/api", WireFault.resetAfterRequest());

        Throwable failure = catchThrowable(() -> client.place(credentials("order")));

        assertThat(failure).isInstanceOf(ProcessingException.class).hasRootCauseInstanceOf(IOException.class);
        assertThat(server.requests().count("/api")).isEqualTo(2);
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }

    @Test
    void asynchronousReplayThatIsResetIsNotSentAThirdTime() {
        server.tokens().revokeAccessTokens();
        proxy.next("/api", WireFault.none()).next("/api", WireFault.loseAnswer());

        Throwable failure = catchThrowable(() ->
                client.placeLater(credentials("order")).toCompletableFuture().join());

        assertThat(failure).isInstanceOf(CompletionException.class);
        assertThat(server.requests().count("/api")).isEqualTo(2);
        assertThat(server.tokens().refreshAttempts()).isEqualTo(1);
    }

    /** A connection from before would carry the refresh: there is none left when a call is refused for want of one. */
    private void refuseConnections() {
        proxy.refuseConnections();
        proxy.closeIdleConnections();
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!isRefused(catchThrowable(client::catalog))) {
            assertThat(System.nanoTime())
                    .as("time until the last connection is gone")
                    .isLessThan(end);
        }
    }

    private static boolean isRefused(@Nullable Throwable failure) {
        return failure != null && (failure instanceof ConnectException || isRefused(failure.getCause()));
    }

    private void awaitOpenConnections(int most) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (proxy.traffic().open() > most) {
            assertThat(System.nanoTime())
                    .as(
                            "time until %d connections are open, of %d",
                            most, proxy.traffic().open())
                    .isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
