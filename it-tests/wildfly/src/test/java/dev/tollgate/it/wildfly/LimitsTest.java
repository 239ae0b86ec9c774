package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.LimitsScenario;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class LimitsTest extends LimitsScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios();
    }
}
