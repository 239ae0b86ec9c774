package dev.tollgate.it.quarkus;

import dev.tollgate.it.scenarios.WithoutPrincipalScenario;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class WithoutPrincipalTest extends WithoutPrincipalScenario {}
