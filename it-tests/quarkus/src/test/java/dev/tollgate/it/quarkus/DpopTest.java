package dev.tollgate.it.quarkus;

import dev.tollgate.it.scenarios.DpopScenario;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class DpopTest extends DpopScenario {}
