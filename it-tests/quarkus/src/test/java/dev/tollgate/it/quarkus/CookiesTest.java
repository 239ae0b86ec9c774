package dev.tollgate.it.quarkus;

import dev.tollgate.it.scenarios.CookiesScenario;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class CookiesTest extends CookiesScenario {}
