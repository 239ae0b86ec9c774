package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.BodiesScenario;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class BodiesTest extends BodiesScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios();
    }
}
