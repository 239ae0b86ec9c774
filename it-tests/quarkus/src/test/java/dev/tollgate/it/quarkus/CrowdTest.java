package dev.tollgate.it.quarkus;

import dev.tollgate.it.scenarios.CrowdScenario;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class CrowdTest extends CrowdScenario {}
