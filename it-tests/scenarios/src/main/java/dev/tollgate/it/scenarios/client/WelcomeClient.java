package dev.tollgate.it.scenarios.client;

import dev.tollgate.rest.TokenRealm;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Its realm trusts the origin to which its filter leads. */
@RegisterRestClient(configKey = "welcome")
@RegisterProvider(Detour.class)
@TokenRealm("welcome")
public interface WelcomeClient extends Wanderer {}
