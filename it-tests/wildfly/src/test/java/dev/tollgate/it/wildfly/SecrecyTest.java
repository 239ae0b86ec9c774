package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.SecrecyScenario;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class SecrecyTest extends SecrecyScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios();
    }
}
