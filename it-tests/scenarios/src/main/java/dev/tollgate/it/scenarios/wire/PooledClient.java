package dev.tollgate.it.scenarios.wire;

import dev.tollgate.rest.TokenRealm;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** There is one of it only: a refresh goes out on a connection that another call has left in the pool. */
@ApplicationScoped
@RegisterRestClient(configKey = "pooled")
@TokenRealm("pooled")
public interface PooledClient extends Wired {}
