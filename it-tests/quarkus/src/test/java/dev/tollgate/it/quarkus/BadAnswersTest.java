package dev.tollgate.it.quarkus;

import io.quarkus.test.junit.QuarkusTest;
import dev.tollgate.it.scenarios.BadAnswersScenario;

@QuarkusTest
class BadAnswersTest extends BadAnswersScenario {

}
