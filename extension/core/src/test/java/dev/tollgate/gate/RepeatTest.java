package dev.tollgate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.source.Repeat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A source learns whether the refresh token at hand may be sent twice. */
class RepeatTest {

    private static final GatePolicy POLICY = GatePolicy.DEFAULTS;

    @ParameterizedTest
    @CsvSource({"STRICT, NEVER", "GRACE, ONCE", "NONE, SAFE"})
    void configuredRotationIsBelieved(Rotation rotation, Repeat repeat) {
        Rig rig = Rig.expired(POLICY.withRotation(rotation));
        rig.call();

        assertThat(rig.source.lastRequest().repeat()).isEqualTo(repeat);
    }

    @Test
    void nothingIsSafeBeforeTheServerWasSeen() {
        Rig rig = Rig.expired();
        rig.call();

        assertThat(rig.source.lastRequest().repeat()).isEqualTo(Repeat.NEVER);
    }

    @Test
    void serverThatKeepsRefreshTokensIsAskedAgainWithoutHarm() {
        Rig rig = Rig.expired();
        rig.call();
        rig.source.answer("at-2", "rt-1");
        rig.clock.advance(Rig.LIFE);
        rig.call();

        assertThat(rig.source.lastRequest().repeat()).isEqualTo(Repeat.SAFE);
    }

    @Test
    void serverThatHasEverRotatedMayDoSoAgain() {
        Rig rig = Rig.expiredAfterRotation(POLICY);
        rig.call();
        rig.source.answer("at-3", "rt-2");
        rig.clock.advance(Rig.LIFE);
        rig.call();

        assertThat(rig.source.lastRequest().repeat()).isEqualTo(Repeat.NEVER);
    }

    @Test
    void graceIsForOneMoreTimeOnly() {
        Rig rig = Rig.expired(POLICY.withRotation(Rotation.GRACE));
        rig.call();
        rig.source.fail(ScriptedSource.lost());
        rig.clock.advance(POLICY.maxBackOff());

        assertThat(rig.source.grants()).hasSize(2);
        assertThat(rig.source.lastRequest().repeat()).isEqualTo(Repeat.NEVER);
    }

    @Test
    void graceIsUsedUpByWhatTheTokensSay() {
        Rig rig = new Rig(POLICY.withRotation(Rotation.GRACE));
        rig.gate.signIn(ScriptedSource.tokens("at-1", "rt-1").toBuilder()
                .refreshTokenInDoubt(true)
                .build());
        rig.clock.advance(Rig.LIFE);
        rig.call();
        assertThat(rig.source.lastRequest().repeat()).isEqualTo(Repeat.NEVER);

        rig.source.answer("at-2", "rt-2");
        rig.clock.advance(Rig.LIFE);
        rig.call();
        assertThat(rig.source.lastRequest().repeat()).isEqualTo(Repeat.ONCE);
    }
}
