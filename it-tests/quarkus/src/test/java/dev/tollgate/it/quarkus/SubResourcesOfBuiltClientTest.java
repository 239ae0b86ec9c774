package dev.tollgate.it.quarkus;

import io.quarkus.test.junit.QuarkusTest;
import dev.tollgate.it.scenarios.SubResourcesScenario;

@QuarkusTest
class SubResourcesOfBuiltClientTest extends SubResourcesScenario {

    @Override
    protected <T> T client(Class<T> type) {
        return built(type);
    }
}
