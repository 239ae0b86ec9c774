package dev.tollgate.it.scenarios.wire;

import dev.tollgate.rest.TokenRealm;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** A dependent object: whoever gets one has connections of its own. */
@RegisterRestClient(configKey = "wired")
@TokenRealm("wired")
public interface WiredClient extends Wired {}
