package dev.tollgate.it.quarkus;

import dev.tollgate.it.scenarios.RefreshBeanScenario;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class RefreshBeanTest extends RefreshBeanScenario {}
