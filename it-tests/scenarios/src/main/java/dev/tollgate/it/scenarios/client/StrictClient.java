package dev.tollgate.it.scenarios.client;

import dev.tollgate.rest.TokenRealm;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Its server is known to end the session when a refresh token comes twice. */
@RegisterRestClient(configKey = "strict")
@TokenRealm("strict")
public interface StrictClient extends Account {}
