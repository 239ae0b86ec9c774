package dev.tollgate.it.quarkus;

import dev.tollgate.it.scenarios.UnusualAnswersScenario;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class UnusualAnswersTest extends UnusualAnswersScenario {}
