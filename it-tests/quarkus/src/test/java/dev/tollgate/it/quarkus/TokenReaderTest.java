package dev.tollgate.it.quarkus;

import dev.tollgate.it.scenarios.TokenReaderScenario;
import dev.tollgate.it.scenarios.custom.NowClient;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class TokenReaderTest extends TokenReaderScenario {

    TokenReaderTest() {
        super(NowClient.class);
    }
}
