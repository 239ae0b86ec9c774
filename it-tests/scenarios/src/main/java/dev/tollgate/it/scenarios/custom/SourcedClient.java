package dev.tollgate.it.scenarios.custom;

import dev.tollgate.rest.TokenRealm;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Its realm's tokens come from a bean. */
@RegisterRestClient(configKey = "sourced")
@TokenRealm("sourced")
public interface SourcedClient extends Service {}
