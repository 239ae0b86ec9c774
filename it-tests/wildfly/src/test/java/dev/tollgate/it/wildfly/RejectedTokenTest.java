package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.RejectedTokenScenario;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class RejectedTokenTest extends RejectedTokenScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios();
    }
}
