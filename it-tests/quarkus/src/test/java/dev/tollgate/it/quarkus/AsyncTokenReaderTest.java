package dev.tollgate.it.quarkus;

import dev.tollgate.it.scenarios.TokenReaderScenario;
import dev.tollgate.it.scenarios.custom.LaterClient;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class AsyncTokenReaderTest extends TokenReaderScenario {

    AsyncTokenReaderTest() {
        super(LaterClient.class);
    }
}
