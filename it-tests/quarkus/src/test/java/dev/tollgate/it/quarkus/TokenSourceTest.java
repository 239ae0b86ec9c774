package dev.tollgate.it.quarkus;

import dev.tollgate.it.scenarios.TokenSourceScenario;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class TokenSourceTest extends TokenSourceScenario {}
