package dev.tollgate.it.quarkus;

import dev.tollgate.it.scenarios.MutualTlsScenario;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class MutualTlsTest extends MutualTlsScenario {}
