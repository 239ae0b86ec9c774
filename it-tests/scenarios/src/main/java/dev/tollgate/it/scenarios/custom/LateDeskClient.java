package dev.tollgate.it.scenarios.custom;

import dev.tollgate.rest.TokenRealm;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Its realm is refreshed by a method of a bean that answers later. */
@RegisterRestClient(configKey = "late-desk")
@TokenRealm("late-desk")
public interface LateDeskClient extends Service {}
