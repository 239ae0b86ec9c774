package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.TimeoutScenario;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class TimeoutTest extends TimeoutScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios();
    }
}
