package dev.tollgate.it.quarkus;

import io.quarkus.test.junit.QuarkusTest;
import dev.tollgate.it.scenarios.SessionLimitsScenario;

@QuarkusTest
class SessionLimitsTest extends SessionLimitsScenario {

}
