package dev.tollgate.it.quarkus;

import dev.tollgate.it.scenarios.FallbackScenario;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class FallbackTest extends FallbackScenario {}
