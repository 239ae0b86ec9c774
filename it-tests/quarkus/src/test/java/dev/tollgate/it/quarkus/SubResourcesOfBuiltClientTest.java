package dev.tollgate.it.quarkus;

import dev.tollgate.it.scenarios.SubResourcesScenario;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class SubResourcesOfBuiltClientTest extends SubResourcesScenario {

    @Override
    protected <T> T client(Class<T> type) {
        return built(type);
    }
}
