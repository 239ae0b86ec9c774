package dev.tollgate.it.weld;

import dev.tollgate.it.scenarios.wire.PooledClient;
import dev.tollgate.it.scenarios.wire.RefreshFaultsScenario;
import dev.tollgate.it.scenarios.wire.Wired;
import jakarta.inject.Inject;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;

/** On Apache's client, where a refresh goes out on a connection that another call has used. */
@ArquillianTest
class PooledRefreshFaultsTest extends RefreshFaultsScenario {

    @Inject
    @RestClient
    PooledClient client;

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.wired(PooledClient.class);
    }

    @Override
    protected Wired client() {
        return client;
    }

    @Override
    protected String realmName() {
        return "pooled";
    }
}
