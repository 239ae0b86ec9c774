package dev.tollgate.it.quarkus;

import dev.tollgate.it.scenarios.RolesScenario;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class RolesTest extends RolesScenario {}
