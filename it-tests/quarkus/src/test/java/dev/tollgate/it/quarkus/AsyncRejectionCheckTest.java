package dev.tollgate.it.quarkus;

import dev.tollgate.it.scenarios.RejectionCheckScenario;
import dev.tollgate.it.scenarios.custom.LaterClient;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class AsyncRejectionCheckTest extends RejectionCheckScenario {

    AsyncRejectionCheckTest() {
        super(LaterClient.class);
    }
}
