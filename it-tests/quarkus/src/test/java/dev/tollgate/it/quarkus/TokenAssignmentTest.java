package dev.tollgate.it.quarkus;

import io.quarkus.test.junit.QuarkusTest;
import dev.tollgate.it.scenarios.TokenAssignmentScenario;
import dev.tollgate.it.scenarios.custom.NowClient;

@QuarkusTest
class TokenAssignmentTest extends TokenAssignmentScenario {

    TokenAssignmentTest() {
        super(NowClient.class);
    }

}
