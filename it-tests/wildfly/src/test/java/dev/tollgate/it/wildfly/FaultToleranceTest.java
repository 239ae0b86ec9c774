package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.FaultToleranceScenario;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class FaultToleranceTest extends FaultToleranceScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios();
    }
}
