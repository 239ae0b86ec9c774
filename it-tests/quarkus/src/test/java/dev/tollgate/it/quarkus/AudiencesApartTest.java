package dev.tollgate.it.quarkus;

import dev.tollgate.it.scenarios.AudiencesApartScenario;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class AudiencesApartTest extends AudiencesApartScenario {}
