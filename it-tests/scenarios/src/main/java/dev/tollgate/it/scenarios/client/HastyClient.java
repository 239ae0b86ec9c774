package dev.tollgate.it.scenarios.client;

import dev.tollgate.rest.TokenRealm;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Its realm gives a refresh one second. */
@RegisterRestClient(configKey = "hasty")
@TokenRealm("hasty")
public interface HastyClient extends Account {}
