package dev.tollgate.it.quarkus;

import io.quarkus.test.junit.QuarkusTest;
import dev.tollgate.it.scenarios.HandWrittenFilterScenario;

@QuarkusTest
class HandWrittenFilterTest extends HandWrittenFilterScenario {

}
