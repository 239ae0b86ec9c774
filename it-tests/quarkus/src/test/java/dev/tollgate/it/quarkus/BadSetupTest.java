package dev.tollgate.it.quarkus;

import dev.tollgate.it.scenarios.BadSetupScenario;

class BadSetupTest extends BadSetupScenario {}
