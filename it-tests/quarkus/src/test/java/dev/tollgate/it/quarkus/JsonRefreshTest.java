package dev.tollgate.it.quarkus;

import dev.tollgate.it.scenarios.JsonRefreshScenario;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class JsonRefreshTest extends JsonRefreshScenario {}
