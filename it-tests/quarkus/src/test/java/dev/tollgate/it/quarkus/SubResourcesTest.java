package dev.tollgate.it.quarkus;

import dev.tollgate.it.scenarios.SubResourcesScenario;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class SubResourcesTest extends SubResourcesScenario {}
