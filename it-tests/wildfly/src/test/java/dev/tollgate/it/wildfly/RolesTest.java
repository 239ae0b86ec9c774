package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.RolesScenario;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class RolesTest extends RolesScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios();
    }
}
