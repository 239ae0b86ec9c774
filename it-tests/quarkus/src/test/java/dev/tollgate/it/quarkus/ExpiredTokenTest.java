package dev.tollgate.it.quarkus;

import dev.tollgate.it.scenarios.ExpiredTokenScenario;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ExpiredTokenTest extends ExpiredTokenScenario {}
