package dev.tollgate.it.weld;

import dev.tollgate.it.scenarios.BadSetupScenario;

class BadSetupTest extends BadSetupScenario {}
