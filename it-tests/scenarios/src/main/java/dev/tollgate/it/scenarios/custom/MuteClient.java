package dev.tollgate.it.scenarios.custom;

import dev.tollgate.rest.TokenRealm;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Its realm's beans never answer. */
@RegisterRestClient(configKey = "mute")
@TokenRealm("mute")
public interface MuteClient extends Service {}
