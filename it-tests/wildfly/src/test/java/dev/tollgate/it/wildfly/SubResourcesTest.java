package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.SubResourcesScenario;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class SubResourcesTest extends SubResourcesScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios();
    }
}
