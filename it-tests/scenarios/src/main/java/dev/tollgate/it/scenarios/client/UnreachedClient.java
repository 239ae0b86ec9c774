package dev.tollgate.it.scenarios.client;

import dev.tollgate.rest.TokenRealm;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Nobody listens at the address that holds its secrets. */
@RegisterRestClient(configKey = "unreached")
@TokenRealm("unreached")
public interface UnreachedClient extends QueryAccount {}
