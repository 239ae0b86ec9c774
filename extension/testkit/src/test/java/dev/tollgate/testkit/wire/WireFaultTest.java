package dev.tollgate.testkit.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.testkit.FakeServerExtension;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(20)
class WireFaultTest {

    @RegisterExtension
    static final FakeServerExtension server = new FakeServerExtension();

    @AutoClose
    private final FaultProxy proxy = FaultProxy.to(server.uri());

    @Test
    void requestOfAClosedConnectionNeverArrives() throws Exception {
        proxy.next("/public", WireFault.closeBeforeRequest());

        try (RawClient client = new RawClient(proxy.uri()).get("/public")) {
            assertThat(client.readToTheEnd()).isEmpty();
        }
        assertThat(server.requests().all()).isEmpty();
        assertThat(proxy.traffic().arrived()).hasSize(1);
        assertThat(proxy.traffic().delivered()).isEmpty();
    }

    @Test
    void requestOfAResetConnectionNeverArrives() throws Exception {
        proxy.next("/public", WireFault.resetBeforeRequest());

        try (RawClient client = new RawClient(proxy.uri()).get("/public")) {
            assertThatThrownBy(() -> client.readToTheEnd()).isInstanceOf(SocketException.class);
        }
        assertThat(server.requests().all()).isEmpty();
    }

    @Test
    void serverHasDoneItsWorkWhenTheAnswerIsLost() throws Exception {
        proxy.next("/login", WireFault.loseAnswer());

        try (RawClient client = login()) {
            assertThat(client.readToTheEnd()).isEmpty();
        }
        assertThat(server.tokens().logins()).isEqualTo(1);
        assertThat(proxy.traffic().delivered()).containsExactly("POST /login HTTP/1.1");
    }

    @Test
    void serverHasDoneItsWorkWhenTheConnectionIsReset() throws Exception {
        proxy.next("/login", WireFault.resetAfterRequest());

        try (RawClient client = login()) {
            assertThatThrownBy(() -> client.readToTheEnd()).isInstanceOf(SocketException.class);
        }
        assertThat(server.tokens().logins()).isEqualTo(1);
    }

    @Test
    void partOfAnAnswerGetsThroughBeforeAReset() throws Exception {
        proxy.next("/public", WireFault.resetAfter(12));

        try (RawClient client = new RawClient(proxy.uri()).get("/public")) {
            assertThat(client.read(12)).isEqualTo("HTTP/1.1 200");
            assertThatThrownBy(() -> client.read(1)).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void resetMayComeInTheMiddleOfTheBody() throws Exception {
        int head = wholeAnswer().indexOf("\r\n\r\n") + 4;
        proxy.next("/public", WireFault.resetAfter(head + 5));

        try (RawClient client = new RawClient(proxy.uri()).get("/public")) {
            assertThat(client.readHead()).hasSize(head);
            assertThat(client.read(5)).isEqualTo(wholeAnswer().substring(head, head + 5));
            assertThatThrownBy(() -> client.read(1)).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void shorterAnswerThanTheCutGetsThrough() throws Exception {
        proxy.next("/public", WireFault.resetAfter(100_000));

        assertThat(wholeAnswer()).startsWith("HTTP/1.1 200").contains("\"path\":\"/public\"");
    }

    @Test
    void requestThatIsNeverAnsweredKeepsItsConnectionUntilTheClientGoes() throws Exception {
        proxy.next("/public", WireFault.neverAnswer());

        try (RawClient client = new RawClient(proxy.uri()).get("/public").patience(200)) {
            assertThatThrownBy(() -> client.read(1)).isInstanceOf(SocketTimeoutException.class);
            assertThat(proxy.traffic().open()).isEqualTo(1);
        }
        await(() -> proxy.traffic().open() == 0);
        assertThat(server.requests().all()).isEmpty();
    }

    @Test
    void answerThatStopsKeepsItsConnectionUntilTheClientGoes() throws Exception {
        proxy.next("/public", WireFault.silenceAfter(12));

        try (RawClient client = new RawClient(proxy.uri()).get("/public").patience(200)) {
            assertThat(client.read(12)).isEqualTo("HTTP/1.1 200");
            assertThatThrownBy(() -> client.read(1)).isInstanceOf(SocketTimeoutException.class);
            assertThat(proxy.traffic().open()).isEqualTo(1);
        }
        await(() -> proxy.traffic().open() == 0);
    }

    @Test
    void answerThatDripsTakesAPauseForEachPortion() throws Exception {
        int length = wholeAnswer().length();
        proxy.next("/public", WireFault.drip(20, Duration.ofMillis(20)));

        long start = System.nanoTime();
        String answer = wholeAnswer();

        assertThat(answer).hasSize(length).contains("\"path\":\"/public\"");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(length / 20 * 20L));
    }

    @Test
    void headOfASlowBodyComesAtOnce() throws Exception {
        proxy.next("/public", WireFault.slowBody(1, Duration.ofMinutes(1)));

        try (RawClient client = new RawClient(proxy.uri()).get("/public")) {
            assertThat(client.readHead()).startsWith("HTTP/1.1 200");
            client.patience(200);
            assertThatThrownBy(() -> client.read(1)).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void portionHasAtLeastOneByte() {
        assertThatThrownBy(() -> WireFault.drip(0, Duration.ZERO)).hasMessageContaining("not 0");
    }

    private String wholeAnswer() throws IOException {
        try (RawClient client = new RawClient(proxy.uri()).get("/public")) {
            return client.readAnswer();
        }
    }

    private RawClient login() throws IOException {
        String body = "{\"username\":\"alice\",\"password\":\"alice\"}";
        return new RawClient(proxy.uri())
                .send("POST /login HTTP/1.1\r\nHost: here\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body);
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time").isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
