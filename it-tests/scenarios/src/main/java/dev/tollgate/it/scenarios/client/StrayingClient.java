package dev.tollgate.it.scenarios.client;

import dev.tollgate.rest.TokenRealm;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Its filter leads requests astray. */
@RegisterRestClient(configKey = "straying")
@RegisterProvider(Detour.class)
@RegisterProvider(Meddler.class)
@TokenRealm("straying")
public interface StrayingClient extends Wanderer {}
