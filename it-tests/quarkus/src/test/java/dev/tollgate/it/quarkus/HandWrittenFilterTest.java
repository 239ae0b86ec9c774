package dev.tollgate.it.quarkus;

import dev.tollgate.it.scenarios.HandWrittenFilterScenario;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class HandWrittenFilterTest extends HandWrittenFilterScenario {}
