package dev.tollgate.it.quarkus;

import io.quarkus.test.junit.QuarkusTest;
import dev.tollgate.it.scenarios.RejectionCheckScenario;
import dev.tollgate.it.scenarios.custom.NowClient;

@QuarkusTest
class RejectionCheckTest extends RejectionCheckScenario {

    RejectionCheckTest() {
        super(NowClient.class);
    }

}
