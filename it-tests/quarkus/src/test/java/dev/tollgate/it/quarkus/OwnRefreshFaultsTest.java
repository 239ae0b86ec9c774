package dev.tollgate.it.quarkus;

import dev.tollgate.it.scenarios.wire.OwnRefreshFaultsScenario;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class OwnRefreshFaultsTest extends OwnRefreshFaultsScenario {}
