package dev.tollgate.it.scenarios.sessions;

import dev.tollgate.rest.TokenRealm;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** A header of the request being served tells whose session it is. */
@RegisterRestClient(configKey = "tenants")
@TokenRealm("tenants")
public interface TenantsClient extends Members {}
