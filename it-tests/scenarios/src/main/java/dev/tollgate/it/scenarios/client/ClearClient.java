package dev.tollgate.it.scenarios.client;

import dev.tollgate.rest.TokenRealm;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Its server is reached by http over a network that can be trusted. */
@RegisterRestClient(configKey = "clear")
@RegisterProvider(Detour.class)
@TokenRealm("clear")
public interface ClearClient extends Wanderer {}
