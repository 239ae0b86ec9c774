package dev.tollgate.it.scenarios.custom;

import dev.tollgate.rest.TokenRealm;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Its realm's beans answer at once. */
@RegisterRestClient(configKey = "now")
@TokenRealm("now")
public interface NowClient extends Service {}
