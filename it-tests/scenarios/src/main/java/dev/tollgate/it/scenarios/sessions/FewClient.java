package dev.tollgate.it.scenarios.sessions;

import dev.tollgate.rest.TokenRealm;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Its realm has room for two sessions. */
@RegisterRestClient(configKey = "few")
@TokenRealm("few")
public interface FewClient extends Members {}
