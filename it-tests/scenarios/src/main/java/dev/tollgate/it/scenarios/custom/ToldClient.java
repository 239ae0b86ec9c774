package dev.tollgate.it.scenarios.custom;

import dev.tollgate.rest.TokenRealm;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The application observes what happens in its realm. */
@RegisterRestClient(configKey = "told")
@RegisterProvider(HooksSeen.class)
@TokenRealm("told")
public interface ToldClient extends Service {}
