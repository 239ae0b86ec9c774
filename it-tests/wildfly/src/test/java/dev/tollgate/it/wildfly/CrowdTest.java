package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.CrowdScenario;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class CrowdTest extends CrowdScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.sessions();
    }
}
