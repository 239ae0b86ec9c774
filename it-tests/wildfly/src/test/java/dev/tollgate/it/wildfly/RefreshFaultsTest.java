package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.wire.RefreshFaultsScenario;
import dev.tollgate.it.scenarios.wire.Wired;
import dev.tollgate.it.scenarios.wire.WiredClient;
import jakarta.inject.Inject;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

/** On Apache's client, each refresh on a connection of its own. */
@InWildFly
class RefreshFaultsTest extends RefreshFaultsScenario {

    @Inject
    @RestClient
    WiredClient client;

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.wired();
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
