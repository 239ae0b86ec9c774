package dev.tollgate.it.quarkus;

import io.quarkus.test.junit.QuarkusTest;
import dev.tollgate.it.scenarios.SecrecyScenario;

@QuarkusTest
class SecrecyTest extends SecrecyScenario {

}
