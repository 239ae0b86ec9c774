package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.DpopScenario;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class DpopTest extends DpopScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.oauth2();
    }
}
