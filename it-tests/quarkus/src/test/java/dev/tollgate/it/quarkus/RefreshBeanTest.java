package dev.tollgate.it.quarkus;

import io.quarkus.test.junit.QuarkusTest;
import dev.tollgate.it.scenarios.RefreshBeanScenario;

@QuarkusTest
class RefreshBeanTest extends RefreshBeanScenario {

}
