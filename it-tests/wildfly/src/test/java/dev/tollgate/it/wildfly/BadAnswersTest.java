package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.BadAnswersScenario;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class BadAnswersTest extends BadAnswersScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios();
    }
}
