package dev.tollgate.it.quarkus;

import io.quarkus.test.junit.QuarkusTest;
import dev.tollgate.it.scenarios.TokenSourceScenario;

@QuarkusTest
class TokenSourceTest extends TokenSourceScenario {

}
