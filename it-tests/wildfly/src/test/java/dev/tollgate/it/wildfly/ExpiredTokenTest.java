package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.ExpiredTokenScenario;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class ExpiredTokenTest extends ExpiredTokenScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios();
    }
}
