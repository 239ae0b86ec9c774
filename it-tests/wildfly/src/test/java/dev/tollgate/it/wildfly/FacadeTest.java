package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.FacadeScenario;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class FacadeTest extends FacadeScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios();
    }
}
