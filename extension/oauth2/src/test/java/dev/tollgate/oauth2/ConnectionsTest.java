package dev.tollgate.oauth2;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.tollgate.source.TokenFailure;
import dev.tollgate.testkit.FakeServer;
import dev.tollgate.testkit.FakeServerExtension;
import dev.tollgate.testkit.ManualClock;
import dev.tollgate.testkit.wire.FaultProxy;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the requests of a realm leave behind. */
@Timeout(120)
@ExtendWith(FakeServerExtension.class)
class ConnectionsTest {

    @AutoClose
    private final FaultProxy proxy;

    private final FakeServer fake;
    private final Server server;
    private final Set<Thread> before = clients();
    private final ManualClock clock = new ManualClock();

    ConnectionsTest(FakeServer fake) {
        this.fake = fake;
        this.proxy = FaultProxy.to(fake.uri());
        this.server = Server.of(fake).with("token-endpoint", proxy.uri("/token").toString());
    }

    @Test
    void thirtyCallsNeedOneClient() {
        OAuth2Source source = (OAuth2Source) server.source(clock);
        acquire(source);
        long files = openFiles();
        for (int i = 0; i < 30; i++) {
            clock.advance(Duration.ofSeconds(3));
            acquire(source);
        }

        assertThat(newClients()).hasSize(1);
        assertThat(proxy.traffic().connections()).isEqualTo(1);
        awaitCollection(() -> openFiles() - files < 20); // those of the JVM's own jars among them
        source.close();
    }

    @Test
    void clientEndsWithTheRealm() {
        OAuth2Source source = (OAuth2Source) server.source(clock);
        acquire(source);
        assertThat(newClients()).hasSize(1);

        source.close();

        awaitCollection(() -> newClients().isEmpty() && proxy.traffic().open() == 0);
        assertThat(Server.failure(() -> acquire(source)))
                .isInstanceOf(TokenFailure.Transient.class)
                .hasMessage("the realm has ended");
        assertThat(fake.tokens().clientCredentials()).isEqualTo(1);
    }

    @Test
    void realmThatHasAskedNothingHasNoThread() {
        OAuth2Source source = (OAuth2Source) server.source(clock);

        assertThat(newClients()).isEmpty();
        source.close();
    }

    private static void acquire(OAuth2Source source) {
        source.acquire(Server.request(Server.PATIENCE)).toCompletableFuture().join();
    }

    /** Before JDK 21, a client ends with the next collection. */
    private static void awaitCollection(BooleanSupplier done) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time until the client has ended").isLessThan(end);
            System.gc();
        }
    }

    private Set<Thread> newClients() {
        Set<Thread> now = clients();
        now.removeAll(before);
        return now;
    }

    private static Set<Thread> clients() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().matches("HttpClient-\\d+-SelectorManager"))
                .collect(Collectors.toSet());
    }

    private static long openFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : 0;
    }
}
