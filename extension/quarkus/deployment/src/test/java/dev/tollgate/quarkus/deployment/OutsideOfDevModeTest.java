package dev.tollgate.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.quarkus.devui.RealmsService;
import dev.tollgate.quarkus.devui.RefreshTimeline;
import io.quarkus.test.QuarkusUnitTest;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nobody watches, and nobody can sign anybody out from outside, where the application is not being developed. */
class OutsideOfDevModeTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest().withEmptyApplication();

    @Inject
    Instance<RefreshTimeline> timeline;

    @Inject
    Instance<RealmsService> service;

    @Test
    void thereIsNothingForTheDevUi() {
        assertThat(timeline.isUnsatisfied()).isTrue();
        assertThat(service.isUnsatisfied()).isTrue();
    }
}
