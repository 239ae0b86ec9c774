package dev.tollgate.it.quarkus;

import dev.tollgate.it.scenarios.ExpiryCheckScenario;
import dev.tollgate.it.scenarios.custom.LaterClient;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class AsyncExpiryCheckTest extends ExpiryCheckScenario {

    AsyncExpiryCheckTest() {
        super(LaterClient.class);
    }
}
