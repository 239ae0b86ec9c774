package dev.tollgate.it.quarkus;

import dev.tollgate.it.scenarios.SessionsScenario;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class SessionsTest extends SessionsScenario {}
