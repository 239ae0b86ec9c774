package dev.tollgate.it.scenarios.sessions;

import dev.tollgate.rest.TokenRealm;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Issuer and subject of the JSON Web Token tell whose session it is. */
@RegisterRestClient(configKey = "principals")
@TokenRealm("principals")
public interface PrincipalsClient extends Members {}
