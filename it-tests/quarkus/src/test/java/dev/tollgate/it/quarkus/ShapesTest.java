package dev.tollgate.it.quarkus;

import io.quarkus.test.junit.QuarkusTest;
import dev.tollgate.it.scenarios.ShapesScenario;

@QuarkusTest
class ShapesTest extends ShapesScenario {

}
