package dev.tollgate.it.quarkus;

import dev.tollgate.it.scenarios.ExpiryCheckScenario;
import dev.tollgate.it.scenarios.custom.NowClient;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ExpiryCheckTest extends ExpiryCheckScenario {

    ExpiryCheckTest() {
        super(NowClient.class);
    }
}
