package dev.tollgate.it.quarkus;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.it.scenarios.OriginScenario;
import dev.tollgate.it.scenarios.client.Detour;
import dev.tollgate.rest.UntrustedOriginException;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OriginTest extends OriginScenario {

    /** Of filters with the same priority, the one that is put on every client is the last: it sees what this one does. */
    @Test
    @Override
    protected void filterThatRunsAfterTheCheckIsRefused() {
        tollgate.realm("late").signIn(realm().tokens());
        Detour.of("/api/orders", elsewhere.uri("/api/orders"));

        assertThatThrownBy(() -> late.place(order()))
                .isInstanceOf(UntrustedOriginException.class)
                // of two filters at the same priority, either may be the last
                .hasMessageContaining("LateStrayingClient.place was not sent: ");
        assertNothingArrived("/api");
    }
}
