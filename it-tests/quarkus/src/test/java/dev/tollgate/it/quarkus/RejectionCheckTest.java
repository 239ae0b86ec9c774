package dev.tollgate.it.quarkus;

import dev.tollgate.it.scenarios.RejectionCheckScenario;
import dev.tollgate.it.scenarios.custom.NowClient;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class RejectionCheckTest extends RejectionCheckScenario {

    RejectionCheckTest() {
        super(NowClient.class);
    }
}
