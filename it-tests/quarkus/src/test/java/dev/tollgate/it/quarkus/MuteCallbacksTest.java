package dev.tollgate.it.quarkus;

import io.quarkus.test.junit.QuarkusTest;
import dev.tollgate.it.scenarios.MuteCallbacksScenario;

@QuarkusTest
class MuteCallbacksTest extends MuteCallbacksScenario {

}
