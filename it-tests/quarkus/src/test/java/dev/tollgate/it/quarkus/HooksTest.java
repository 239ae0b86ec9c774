package dev.tollgate.it.quarkus;

import dev.tollgate.it.scenarios.HooksScenario;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class HooksTest extends HooksScenario {}
