package dev.tollgate.it.quarkus;

import io.quarkus.test.junit.QuarkusTest;
import dev.tollgate.it.scenarios.SessionsScenario;

@QuarkusTest
class SessionsTest extends SessionsScenario {

}
