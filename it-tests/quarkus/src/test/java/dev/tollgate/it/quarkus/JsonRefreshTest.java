package dev.tollgate.it.quarkus;

import io.quarkus.test.junit.QuarkusTest;
import dev.tollgate.it.scenarios.JsonRefreshScenario;

@QuarkusTest
class JsonRefreshTest extends JsonRefreshScenario {

}
