package dev.tollgate.it.quarkus;

import io.quarkus.test.junit.QuarkusTest;
import dev.tollgate.it.scenarios.RejectedTokenScenario;

@QuarkusTest
class RejectedTokenTest extends RejectedTokenScenario {

}
