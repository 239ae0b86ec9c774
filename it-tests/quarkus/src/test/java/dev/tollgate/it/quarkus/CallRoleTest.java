package dev.tollgate.it.quarkus;

import dev.tollgate.it.scenarios.CallRoleScenario;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class CallRoleTest extends CallRoleScenario {}
