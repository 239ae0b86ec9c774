package dev.tollgate.it.quarkus;

import dev.tollgate.it.scenarios.ShapesScenario;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ShapesTest extends ShapesScenario {}
