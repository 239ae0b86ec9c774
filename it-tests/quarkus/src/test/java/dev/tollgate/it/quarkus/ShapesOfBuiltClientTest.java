package dev.tollgate.it.quarkus;

import dev.tollgate.it.scenarios.ShapesScenario;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ShapesOfBuiltClientTest extends ShapesScenario {

    @Override
    protected <T> T client(Class<T> type) {
        return built(type);
    }
}
