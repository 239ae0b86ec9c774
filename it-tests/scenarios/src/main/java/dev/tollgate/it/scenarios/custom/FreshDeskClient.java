package dev.tollgate.it.scenarios.custom;

import dev.tollgate.rest.TokenRealm;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Its realm's tokens are fetched by a method of a bean that needs none before. */
@RegisterRestClient(configKey = "fresh-desk")
@TokenRealm("fresh-desk")
public interface FreshDeskClient extends Service {}
