package dev.tollgate.it.weld;

import dev.tollgate.it.scenarios.wire.RefreshFaultsScenario;
import dev.tollgate.it.scenarios.wire.Wired;
import dev.tollgate.it.scenarios.wire.WiredClient;
import jakarta.inject.Inject;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;

/** On Apache's client, each refresh on a connection of its own. */
@ArquillianTest
class RefreshFaultsTest extends RefreshFaultsScenario {

    @Inject
    @RestClient
    WiredClient client;

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.wired(WiredClient.class);
    }

    @Override
    protected Wired client() {
        return client;
    }

    @Override
    protected String realmName() {
        return "wired";
    }
}
