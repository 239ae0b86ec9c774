package dev.tollgate.it.quarkus;

import dev.tollgate.it.scenarios.wire.UnsentRefreshScenario;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class UnsentRefreshTest extends UnsentRefreshScenario {

    /** A refresh goes out while the call that needs it may have a connection: there is one more for all of them. */
    @Override
    protected int keptByThePool() {
        return 1;
    }
}
