package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.DefectsScenario;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class DefectsTest extends DefectsScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios();
    }
}
