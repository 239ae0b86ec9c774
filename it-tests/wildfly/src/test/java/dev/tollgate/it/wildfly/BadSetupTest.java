package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.BadSetupScenario;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class BadSetupTest extends BadSetupScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios();
    }
}
