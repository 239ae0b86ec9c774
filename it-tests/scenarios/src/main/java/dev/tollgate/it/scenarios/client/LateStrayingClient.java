package dev.tollgate.it.scenarios.client;

import dev.tollgate.rest.TokenRealm;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Its filter leads requests astray at the last moment there is. */
@RegisterRestClient(configKey = "late")
@RegisterProvider(value = Detour.class, priority = Integer.MAX_VALUE)
@TokenRealm("late")
public interface LateStrayingClient extends Wanderer {}
