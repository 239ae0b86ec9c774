package dev.tollgate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.gate.GateStatus.State;
import dev.tollgate.token.Fingerprint;
import java.time.Duration;
import java.time.Instant;
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
