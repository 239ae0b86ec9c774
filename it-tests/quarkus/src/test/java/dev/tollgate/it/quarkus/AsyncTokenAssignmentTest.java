package dev.tollgate.it.quarkus;

import dev.tollgate.it.scenarios.TokenAssignmentScenario;
import dev.tollgate.it.scenarios.custom.LaterClient;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class AsyncTokenAssignmentTest extends TokenAssignmentScenario {

    AsyncTokenAssignmentTest() {
        super(LaterClient.class);
    }
}
