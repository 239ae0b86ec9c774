package dev.tollgate.it.quarkus;

import dev.tollgate.it.scenarios.TokenAssignmentScenario;
import dev.tollgate.it.scenarios.custom.NowClient;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class TokenAssignmentTest extends TokenAssignmentScenario {

    TokenAssignmentTest() {
        super(NowClient.class);
    }
}
