package dev.tollgate.it.quarkus;

import io.quarkus.test.junit.QuarkusTest;
import dev.tollgate.it.scenarios.DefectsScenario;

@QuarkusTest
class DefectsTest extends DefectsScenario {

}
