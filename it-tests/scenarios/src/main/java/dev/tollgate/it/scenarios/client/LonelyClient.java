package dev.tollgate.it.scenarios.client;

import dev.tollgate.rest.TokenRealm;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Nobody listens where its server should be. */
@RegisterRestClient(configKey = "lonely")
@TokenRealm("lonely")
public interface LonelyClient extends Account {}
