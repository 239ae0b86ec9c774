package dev.tollgate.it.quarkus;

import dev.tollgate.it.scenarios.BinaryScenario;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class BinaryTest extends BinaryScenario {}
