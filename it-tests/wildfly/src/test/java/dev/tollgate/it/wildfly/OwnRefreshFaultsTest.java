package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.wire.OwnRefreshFaultsScenario;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class OwnRefreshFaultsTest extends OwnRefreshFaultsScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.wired();
    }
}
