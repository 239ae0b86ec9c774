package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.BinaryScenario;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class BinaryTest extends BinaryScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios();
    }
}
