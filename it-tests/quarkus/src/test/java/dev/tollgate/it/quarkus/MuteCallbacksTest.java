package dev.tollgate.it.quarkus;

import dev.tollgate.it.scenarios.MuteCallbacksScenario;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class MuteCallbacksTest extends MuteCallbacksScenario {}
