package dev.tollgate.it.quarkus;

import io.quarkus.test.junit.QuarkusTest;
import dev.tollgate.it.scenarios.FallbackScenario;

@QuarkusTest
class FallbackTest extends FallbackScenario {

}
