package dev.tollgate.it.quarkus;

import dev.tollgate.it.scenarios.wire.UnsentRefreshScenario;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class UnsentRefreshTest extends UnsentRefreshScenario {}
