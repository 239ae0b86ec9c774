package dev.tollgate.it.quarkus;

import dev.tollgate.it.scenarios.RejectedTokenScenario;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class RejectedTokenTest extends RejectedTokenScenario {}
