package dev.tollgate.it.quarkus;

import io.quarkus.test.junit.QuarkusTest;
import dev.tollgate.it.scenarios.BadChallengesScenario;

@QuarkusTest
class BadChallengesTest extends BadChallengesScenario {

}
