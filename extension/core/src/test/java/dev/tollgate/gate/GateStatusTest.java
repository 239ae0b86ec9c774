package dev.tollgate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gate.GateStatus.State;
import dev.tollgate.token.Fingerprint;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What a gate says of itself. */
class GateStatusTest {

    @Test
    void eachStateHasItsName() {
        Rig rig = new Rig();
        assertThat(rig.gate.status().state()).isEqualTo(State.SIGNED_OUT);
        rig.gate.signIn(Rig.shortLived(Duration.ZERO));
        assertThat(rig.gate.status().state()).isEqualTo(State.FRESH);
        rig.call();
        assertThat(rig.gate.status().state()).isEqualTo(State.REFRESHING);
        rig.source.fail(ScriptedSource.misconfigured());
        assertThat(rig.gate.status().state()).isEqualTo(State.STALE);
        assertThat(rig.gate.status().failure())
                .containsInstanceOf(ScriptedSource.misconfigured().getClass());

        rig.clock.advance(BackOff.AFTER_CONFIGURATION_FAILURE);
        rig.call();
        rig.source.fail(ScriptedSource.dead());
        assertThat(rig.gate.status().state()).isEqualTo(State.SESSION_EXPIRED);
        assertThat(rig.gate.status().failure())
                .containsInstanceOf(ScriptedSource.dead().getClass());
    }

    @Test
    void tokensAtHandAreDescribedAndNotShown() {
        Instant signedIn = Instant.parse("2026-01-01T00:00:00Z");
        GateStatus status = Rig.signedIn().gate.status();

        assertThat(status.generation()).isEqualTo(1);
        assertThat(status.fingerprint()).contains(Fingerprint.of("at-1"));
        assertThat(status.expiresAt()).contains(signedIn.plus(Rig.LIFE));
        assertThat(status.failure()).isEmpty();
    }

    @Test
    void sinceWhenAttemptsFailIsToldUntilOneSucceeds() {
        Rig rig = Rig.expired();
        CompletableFuture<Grant> waits = rig.call();
        Instant first = rig.clock.now();
        assertThat(rig.gate.status().failingSince()).isEmpty();

        rig.source.fail(ScriptedSource.unavailable());
        assertThat(rig.gate.status()).satisfies(during -> {
            assertThat(during.state()).isEqualTo(State.REFRESHING);
            assertThat(during.failure())
                    .containsInstanceOf(ScriptedSource.unavailable().getClass());
            assertThat(during.failingSince()).contains(first);
        });

        waits.cancel(false);
        rig.clock.advance(GatePolicy.DEFAULTS.maxBackOff());
        assertThat(rig.gate.status().state()).isEqualTo(State.STALE);
        assertThat(rig.gate.status().failingSince()).contains(first);

        rig.call();
        rig.source.fail(ScriptedSource.unavailable());
        assertThat(rig.gate.status().failingSince()).contains(first);
        rig.clock.advance(GatePolicy.DEFAULTS.maxBackOff());
        rig.source.answer("at-2", "rt-2");
        assertThat(rig.gate.status().failingSince()).isEmpty();
        assertThat(rig.gate.status().failure()).isEmpty();
    }

    @Test
    void tokenThatCallsAreSentWithIsTold() {
        Rig rig = Rig.signedIn();
        assertThat(rig.gate.status().usable()).isTrue();

        rig.clock.advance(Rig.LIFE);

        assertThat(rig.gate.status().usable()).isFalse();
        assertThat(new Rig().gate.status().usable()).isFalse();
    }

    @Test
    void tokensWhoseRefreshTokenIsLostAreStillAtHand() {
        Rig rig = new Rig(GatePolicy.DEFAULTS.withRotation(Rotation.STRICT));
        rig.source.thatCanAcquire();
        rig.gate.signIn(ScriptedSource.tokens("at-1", "rt-1"));
        rig.gate.refresh(() -> "Application.refresh");
        rig.clock.runPending();
        rig.source.fail(ScriptedSource.lost());
        rig.clock.runPending();

        assertThat(rig.source.grants()).containsExactly("refresh rt-1", "acquire");
        assertThat(rig.gate.status().generation()).isEqualTo(1);
        assertThat(Rig.accessToken(rig.call())).isEqualTo("at-1");

        Passage rejected = rig.sentCall();
        assertThat(rig.rejected(rejected)).isNotDone();
        assertThat(rig.call()).isNotDone();
    }
}
