package dev.tollgate.it.quarkus;

import dev.tollgate.it.scenarios.SecrecyScenario;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class SecrecyTest extends SecrecyScenario {}
