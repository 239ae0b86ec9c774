package dev.tollgate.oauth2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.gate.GatePolicy;
import dev.tollgate.gate.GateStatus;
import dev.tollgate.gate.Grant;
import dev.tollgate.gate.NoToken;
import dev.tollgate.gate.Rotation;
import dev.tollgate.gate.TokenGate;
import dev.tollgate.source.SessionKey;
import dev.tollgate.source.TokenSource;
import dev.tollgate.testkit.FakeServer;
import dev.tollgate.testkit.FakeServerExtension;
import dev.tollgate.testkit.ManualClock;
import dev.tollgate.testkit.wire.FaultProxy;
import dev.tollgate.testkit.wire.WireFault;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Sessions at a server that is restarted behind a reverse proxy. */
@Timeout(120)
@ExtendWith(FakeServerExtension.class)
class RestartTest {

    private static final Duration A_SECOND = Duration.ofSeconds(1);

    @AutoClose
    private final FaultProxy proxy;

    private final FakeServer fake;
    private final ManualClock clock = new ManualClock();
    private final TokenSource source;

    RestartTest(FakeServer fake) {
        this.fake = fake;
        this.proxy = FaultProxy.to(fake.uri());
        this.source = Server.of(fake)
                .without("client-secret")
                .with("token-endpoint", proxy.uri("/token").toString())
                .with("grant", "refresh_token")
                .source(clock);
    }

    @ParameterizedTest(name = "{0}, rotation {1}")
    @CsvSource({"502, STRICT", "504, STRICT", "522, STRICT", "502, ", "504, "})
    void noSessionIsLostByRestarts(int status, Rotation rotation) {
        List<TokenGate> sessions = IntStream.range(0, 5)
                .mapToObj(i -> signedIn(Optional.ofNullable(rotation)))
                .toList();
        for (int restart = 0; restart < 5; restart++) {
            clock.advance(Duration.ofHours(1));
            proxy.always("/token", WireFault.answer(status));
            List<CompletableFuture<Grant>> calls =
                    sessions.stream().map(this::call).toList();
            clock.advance(A_SECOND);
            clock.advance(A_SECOND);
            proxy.clear();
            clock.advance(A_SECOND.multipliedBy(2));

            assertThat(calls).allSatisfy(call -> assertThat(call).isCompleted());
        }
        assertThat(sessions).extracting(gate -> gate.status().state()).containsOnly(GateStatus.State.FRESH);
        assertThat(fake.tokens().refreshes()).isEqualTo(5 * 5);
        assertThat(fake.tokens().deadFamilies()).isZero();
    }

    @Test
    void graceIsLeftForWhenTheServerIsThere() {
        TokenGate session = signedIn(Optional.of(Rotation.GRACE));
        clock.advance(Duration.ofHours(1));
        proxy.always("/token", WireFault.answer(502));

        CompletableFuture<Grant> call = call(session);
        clock.advance(A_SECOND.multipliedBy(3));
        assertThat(call).isNotDone();
        proxy.clear();
        clock.advance(A_SECOND.multipliedBy(2));

        assertThat(call).isCompleted();
        assertThat(proxy.traffic().arrived())
                .filteredOn(line -> line.startsWith("POST"))
                .hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"STRICT", "GRACE"})
    void whatEndsInTheDarkSaysWhichKeyDecides(Rotation rotation) {
        TokenGate session = signedIn(Optional.of(rotation));
        clock.advance(Duration.ofHours(1));
        if (rotation == Rotation.GRACE) {
            proxy.next("/token", WireFault.answer(502));
        }
        // the question gets through, what follows does not
        proxy.next("/token", WireFault.none()).next("/token", WireFault.answer(502));

        CompletableFuture<Grant> call = call(session);
        clock.advance(A_SECOND.multipliedBy(2));

        assertThat(call).isCompletedExceptionally();
        assertThatThrownBy(call::join)
                .hasCauseInstanceOf(NoToken.SessionOver.class)
                .hasMessageContaining("POST " + proxy.uri("/token") + " was answered with 502")
                .hasMessageContaining("(rotation=" + rotation.name().toLowerCase(Locale.ROOT) + ")");
    }

    private CompletableFuture<Grant> call(TokenGate gate) {
        CompletableFuture<Grant> call =
                gate.enter(() -> "OrdersClient.orders").acquire().toCompletableFuture();
        clock.runPending();
        return call;
    }

    private TokenGate signedIn(Optional<Rotation> rotation) {
        GatePolicy policy = GatePolicy.DEFAULTS.withAttemptTimeout(Server.PATIENCE);
        TokenGate gate = TokenGate.of(
                "acme",
                SessionKey.APPLICATION,
                source,
                rotation.map(policy::withRotation).orElse(policy),
                clock,
                clock,
                event -> {});
        gate.signIn(Server.of(fake)
                .without("client-secret")
                .with("grant", "password")
                .with("username", "alice")
                .with("password", "alice")
                .acquire());
        return gate;
    }
}
