package dev.tollgate.it.quarkus;

import io.quarkus.test.junit.QuarkusTest;
import dev.tollgate.it.scenarios.ShapesScenario;

@QuarkusTest
class ShapesOfBuiltClientTest extends ShapesScenario {

    @Override
    protected <T> T client(Class<T> type) {
        return built(type);
    }
}
