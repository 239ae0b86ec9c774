package dev.tollgate.it.quarkus;

import io.quarkus.test.junit.QuarkusTest;
import dev.tollgate.it.scenarios.UnusualAnswersScenario;

@QuarkusTest
class UnusualAnswersTest extends UnusualAnswersScenario {

}
