package dev.tollgate.it.scenarios.sessions;

import dev.tollgate.rest.TokenRealm;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** A claim of the JSON Web Token tells whose session it is. */
@RegisterRestClient(configKey = "claims")
@TokenRealm("claims")
public interface ClaimsClient extends Members {}
