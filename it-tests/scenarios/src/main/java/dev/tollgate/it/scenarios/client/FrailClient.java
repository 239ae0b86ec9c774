package dev.tollgate.it.scenarios.client;

import dev.tollgate.rest.TokenRealm;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Its realm does not try again, so that callers see the first failure. */
@RegisterRestClient(configKey = "frail")
@TokenRealm("frail")
public interface FrailClient extends Account {}
