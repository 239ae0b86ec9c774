package dev.tollgate.it.quarkus;

import io.quarkus.test.junit.QuarkusTest;
import dev.tollgate.it.scenarios.HooksScenario;

@QuarkusTest
class HooksTest extends HooksScenario {

}
