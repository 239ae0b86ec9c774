package dev.tollgate.it.quarkus;

import io.quarkus.test.junit.QuarkusTest;
import dev.tollgate.it.scenarios.RolesScenario;

@QuarkusTest
class RolesTest extends RolesScenario {

}
