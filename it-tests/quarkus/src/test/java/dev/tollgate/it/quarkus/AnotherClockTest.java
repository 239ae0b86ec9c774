package dev.tollgate.it.quarkus;

import dev.tollgate.it.scenarios.AnotherClockScenario;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class AnotherClockTest extends AnotherClockScenario {}
