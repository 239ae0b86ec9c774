package dev.tollgate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class GatePolicyTest {

    private static final GatePolicy DEFAULTS = GatePolicy.DEFAULTS;
    private static final Duration ANOTHER = Duration.ofSeconds(77);

    @Test
    void eachSettingChangesWithoutTheOthers() {
        assertThat(DEFAULTS.withClockSkew(ANOTHER).clockSkew()).isEqualTo(ANOTHER);
        assertThat(DEFAULTS.withClockSkew(ANOTHER).withClockSkew(DEFAULTS.clockSkew()))
                .isEqualTo(DEFAULTS);
        assertThat(DEFAULTS.withRefreshMargin(ANOTHER).refreshMargin()).isEqualTo(ANOTHER);
        assertThat(DEFAULTS.withRefreshMargin(ANOTHER).withRefreshMargin(DEFAULTS.refreshMargin()))
                .isEqualTo(DEFAULTS);
        assertThat(DEFAULTS.withMaxRefreshes(77).maxRefreshes()).isEqualTo(77);
        assertThat(DEFAULTS.withMaxRefreshes(77).withMaxRefreshes(DEFAULTS.maxRefreshes()))
                .isEqualTo(DEFAULTS);
    }
}
