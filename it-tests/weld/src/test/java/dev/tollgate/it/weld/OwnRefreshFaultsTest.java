package dev.tollgate.it.weld;

import dev.tollgate.it.scenarios.wire.OwnRefreshClient;
import dev.tollgate.it.scenarios.wire.OwnRefreshFaultsScenario;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;

@ArquillianTest
class OwnRefreshFaultsTest extends OwnRefreshFaultsScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.wired(OwnRefreshClient.class);
    }
}
