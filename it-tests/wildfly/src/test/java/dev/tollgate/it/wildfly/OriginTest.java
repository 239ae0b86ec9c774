package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.OriginScenario;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class OriginTest extends OriginScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios();
    }
}
