package dev.tollgate.it.quarkus;

import io.quarkus.test.junit.QuarkusTest;
import dev.tollgate.it.scenarios.SubResourcesScenario;

@QuarkusTest
class SubResourcesTest extends SubResourcesScenario {

}
