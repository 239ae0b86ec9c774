package dev.tollgate.testkit.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.testkit.FakeServerExtension;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(20)
class FaultProxyTest {

    @RegisterExtension
    static final FakeServerExtension server = new FakeServerExtension();

    @AutoClose
    private final FaultProxy proxy = FaultProxy.to(server.uri());

    @Test
    void scriptedFaultsComeInOrderThenTheStandingOneThenNone() throws Exception {
        proxy.always("/public", WireFault.resetAfter(4))
                .next("/public/a", WireFault.resetAfter(1))
                .next("/public", WireFault.resetAfter(2));

        assertThat(bytesOf("/public/b")).isEqualTo(2);
        assertThat(bytesOf("/public/a")).isEqualTo(1);
        assertThat(bytesOf("/public/a")).isEqualTo(4);
        assertThat(bytesOf("/user")).isGreaterThan(100);
        proxy.clear();
        assertThat(bytesOf("/public/a")).isGreaterThan(100);
    }

    @Test
    void lastStandingFaultCounts() throws Exception {
        proxy.always("/public", WireFault.resetAfter(4)).always("/public", WireFault.resetAfter(3));

        assertThat(bytesOf("/public")).isEqualTo(3);
    }

    @Test
    void connectionMayBeResetAtOnce() throws Exception {
        proxy.nextConnection(Ending.RESET);

        try (RawClient client = new RawClient(proxy.uri())) {
            assertThatThrownBy(() -> client.read(1)).isInstanceOf(SocketException.class);
        }
        assertThat(bytesOf("/public")).isGreaterThan(100);
        assertThat(proxy.traffic().arrived()).hasSize(1);
    }

    @Test
    void connectionMayBeClosedAtOnce() throws Exception {
        proxy.nextConnection(Ending.CLOSE);

        try (RawClient client = new RawClient(proxy.uri())) {
            assertThat(client.readToTheEnd()).isEmpty();
        }
    }

    @Test
    void connectionMayBeAcceptedAndForgotten() throws Exception {
        proxy.nextConnection(Ending.SILENCE);

        try (RawClient client = new RawClient(proxy.uri()).get("/public").patience(200)) {
            assertThatThrownBy(() -> client.read(1)).isInstanceOf(SocketTimeoutException.class);
        }
        assertThat(proxy.traffic().arrived()).isEmpty();
    }

    @Test
    void refusedConnectionsAreAcceptedAgainAtTheSamePlace() throws Exception {
        proxy.refuseConnections();
        assertThatThrownBy(() -> new RawClient(proxy.uri())).isInstanceOf(ConnectException.class);

        proxy.acceptConnections();
        assertThat(bytesOf("/public")).isGreaterThan(100);
    }

    @Test
    void connectionsGoOnWhileFurtherOnesAreRefused() throws Exception {
        try (RawClient client = new RawClient(proxy.uri()).get("/public/a")) {
            client.readAnswer();
            proxy.refuseConnections();

            assertThat(client.get("/public/b").readAnswer()).contains("/public/b");
        }
    }

    @Test
    void idleConnectionsAreClosed() throws Exception {
        try (RawClient idle = new RawClient(proxy.uri()).get("/public/a")) {
            idle.readAnswer();
            proxy.closeIdleConnections();

            assertThat(idle.readToTheEnd()).isEmpty();
        }
        assertThat(proxy.traffic().delivered()).containsExactly("GET /public/a HTTP/1.1");
    }

    @Test
    void connectionThatWaitsForAnAnswerIsNotIdle() throws Exception {
        try (var hold = server.hold("/public");
                RawClient busy = new RawClient(proxy.uri()).get("/public/a")) {
            hold.awaitArrivals(1);
            proxy.closeIdleConnections();
            hold.release();

            assertThat(busy.readAnswer()).contains("/public/a");
        }
    }

    @Test
    void nothingIsLeftOfAClosedProxy() throws Exception {
        FaultProxy closed = FaultProxy.to(server.uri());
        closed.next("/public/a", WireFault.neverAnswer()).next("/public/b", WireFault.drip(1, Duration.ofMinutes(1)));
        try (RawClient idle = new RawClient(closed.uri());
                RawClient unanswered = new RawClient(closed.uri()).get("/public/a");
                RawClient dripping = new RawClient(closed.uri()).get("/public/b")) {
            assertThat(idle.get("/user").readAnswer()).isNotEmpty();
            await(() -> closed.traffic().arrived().size() == 3);

            closed.close();

            assertThat(idle.readToTheEnd()).isEmpty();
            assertThat(unanswered.readToTheEnd()).isEmpty();
            assertThat(dripping.readToTheEnd()).isEmpty();
        }
        assertThat(closed.traffic().open()).isZero();
        assertThatThrownBy(() -> new RawClient(closed.uri())).isInstanceOf(ConnectException.class);
        closed.close();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private int bytesOf(String path) throws IOException {
        int bytes = 0;
        try (RawClient client = new RawClient(proxy.uri()).get(path)) {
            for (client.patience(500); !client.read(1).isEmpty(); bytes++) {}
        } catch (SocketException | SocketTimeoutException end) {
            return bytes;
        }
        return bytes;
    }
}
