package dev.tollgate.it.scenarios.sessions;

import dev.tollgate.rest.TokenRealm;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** A bean of the application tells whose session it is. */
@RegisterRestClient(configKey = "users")
@TokenRealm("users")
public interface UsersClient extends Members {}
