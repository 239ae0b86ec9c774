package dev.tollgate.it.quarkus;

import dev.tollgate.it.scenarios.FacadeScenario;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class FacadeTest extends FacadeScenario {}
