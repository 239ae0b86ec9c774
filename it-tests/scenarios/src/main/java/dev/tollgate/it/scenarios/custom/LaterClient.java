package dev.tollgate.it.scenarios.custom;

import dev.tollgate.rest.TokenRealm;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Its realm's beans answer later, from another thread. */
@RegisterRestClient(configKey = "later")
@TokenRealm("later")
public interface LaterClient extends Service {}
