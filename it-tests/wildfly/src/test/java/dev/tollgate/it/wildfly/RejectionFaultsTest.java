package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.wire.RejectionFaultsScenario;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class RejectionFaultsTest extends RejectionFaultsScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.wired();
    }
}
