package dev.tollgate.it.quarkus;

import io.quarkus.test.junit.QuarkusTest;
import dev.tollgate.it.scenarios.TokenReaderScenario;
import dev.tollgate.it.scenarios.custom.NowClient;

@QuarkusTest
class TokenReaderTest extends TokenReaderScenario {

    TokenReaderTest() {
        super(NowClient.class);
    }

}
