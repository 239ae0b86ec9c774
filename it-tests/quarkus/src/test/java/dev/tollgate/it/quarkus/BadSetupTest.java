package dev.tollgate.it.quarkus;

import dev.tollgate.it.scenarios.BadSetupScenario;
import org.junit.jupiter.api.Tag;

/** One of the mistakes is that an artifact is not there. */
@Tag("without-oauth2")
class BadSetupTest extends BadSetupScenario {}
