package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.AnotherClockScenario;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class AnotherClockTest extends AnotherClockScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios();
    }
}
