package dev.tollgate.it.quarkus;

import dev.tollgate.it.scenarios.DefectsScenario;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class DefectsTest extends DefectsScenario {}
