package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.UnusualAnswersScenario;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class UnusualAnswersTest extends UnusualAnswersScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios();
    }
}
