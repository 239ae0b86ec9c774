package dev.tollgate.it.scenarios.client;

import dev.tollgate.rest.TokenRealm;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Its filter fails, and tells all it knows. */
@RegisterRestClient(configKey = "chatty")
@RegisterProvider(Chatter.class)
@TokenRealm("chatty")
public interface ChattyClient extends QueryAccount {}
