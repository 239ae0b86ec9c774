package dev.tollgate.it.quarkus;

import dev.tollgate.it.scenarios.CallsOfCallbacksScenario;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class CallsOfCallbacksTest extends CallsOfCallbacksScenario {}
