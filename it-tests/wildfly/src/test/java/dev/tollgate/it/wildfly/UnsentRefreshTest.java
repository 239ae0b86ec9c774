package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.wire.UnsentRefreshScenario;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class UnsentRefreshTest extends UnsentRefreshScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.wired();
    }
}
