package dev.tollgate.it.quarkus;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.it.scenarios.CallsOfCallbacksScenario;
import dev.tollgate.it.scenarios.custom.Script;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** An answer is looked at on an event loop, where no call may block: a check that makes one has to answer later. */
@QuarkusTest
class CallsOfCallbacksTest extends CallsOfCallbacksScenario {

    @Override
    @Test
    protected void rejectionCheckThatIsAskedAboutItsOwnCallsWithoutEndIsTold() {
        assertMayNotBlock();
    }

    @Override
    @Test
    protected void rejectionCheckMayCallItsOwnRealmWhileThatComesToAnEnd() {
        assertMayNotBlock();
    }

    private void assertMayNotBlock() {
        Script.rejection = (answer, call) -> client().things().isEmpty();

        assertThatThrownBy(() -> client().things()).hasMessageContaining("BlockingNotAllowedException");
    }
}
