package dev.tollgate.it.scenarios.client;

import dev.tollgate.rest.TokenRealm;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Its server is reached by http over a network. */
@RegisterRestClient(configKey = "exposed")
@RegisterProvider(Detour.class)
@TokenRealm("exposed")
public interface ExposedClient extends Wanderer {}
