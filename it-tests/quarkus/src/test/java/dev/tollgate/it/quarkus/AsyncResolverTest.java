package dev.tollgate.it.quarkus;

import dev.tollgate.it.scenarios.AsyncResolverScenario;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class AsyncResolverTest extends AsyncResolverScenario {}
