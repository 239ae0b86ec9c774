package dev.tollgate.it.scenarios.sessions;

import dev.tollgate.rest.TokenRealm;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Many users at once. */
@RegisterRestClient(configKey = "crowd")
@TokenRealm("crowd")
public interface CrowdClient extends Members {}
