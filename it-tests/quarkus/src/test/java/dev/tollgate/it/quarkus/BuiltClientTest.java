package dev.tollgate.it.quarkus;

import dev.tollgate.it.scenarios.BuiltClientScenario;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class BuiltClientTest extends BuiltClientScenario {}
