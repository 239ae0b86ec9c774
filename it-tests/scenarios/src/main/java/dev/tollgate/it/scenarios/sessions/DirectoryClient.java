package dev.tollgate.it.scenarios.sessions;

import dev.tollgate.rest.TokenRealm;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** A bean of the application asks somebody else whose session it is. */
@RegisterRestClient(configKey = "directory")
@TokenRealm("directory")
public interface DirectoryClient extends Members {}
