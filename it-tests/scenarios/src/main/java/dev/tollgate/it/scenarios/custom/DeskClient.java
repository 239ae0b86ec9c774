package dev.tollgate.it.scenarios.custom;

import dev.tollgate.rest.TokenRealm;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Its realm is refreshed by a method of a bean. */
@RegisterRestClient(configKey = "desk")
@TokenRealm("desk")
public interface DeskClient extends Service {}
