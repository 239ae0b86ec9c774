package dev.tollgate.it.quarkus;

import dev.tollgate.it.scenarios.BadAnswersScenario;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class BadAnswersTest extends BadAnswersScenario {}
