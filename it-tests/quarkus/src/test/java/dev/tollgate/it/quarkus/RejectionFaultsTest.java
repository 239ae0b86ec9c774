package dev.tollgate.it.quarkus;

import dev.tollgate.it.scenarios.wire.RejectionFaultsScenario;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class RejectionFaultsTest extends RejectionFaultsScenario {}
