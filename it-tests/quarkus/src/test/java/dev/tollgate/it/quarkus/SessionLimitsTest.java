package dev.tollgate.it.quarkus;

import dev.tollgate.it.scenarios.SessionLimitsScenario;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class SessionLimitsTest extends SessionLimitsScenario {}
