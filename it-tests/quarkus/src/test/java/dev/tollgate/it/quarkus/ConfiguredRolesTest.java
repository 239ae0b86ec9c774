package dev.tollgate.it.quarkus;

import dev.tollgate.it.scenarios.ConfiguredRolesScenario;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ConfiguredRolesTest extends ConfiguredRolesScenario {}
