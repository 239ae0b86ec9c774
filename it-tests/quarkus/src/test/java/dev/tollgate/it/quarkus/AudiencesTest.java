package dev.tollgate.it.quarkus;

import dev.tollgate.it.scenarios.AudiencesScenario;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class AudiencesTest extends AudiencesScenario {}
