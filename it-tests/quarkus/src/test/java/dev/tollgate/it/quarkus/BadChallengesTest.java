package dev.tollgate.it.quarkus;

import dev.tollgate.it.scenarios.BadChallengesScenario;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class BadChallengesTest extends BadChallengesScenario {}
