package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.TokenSourceScenario;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class TokenSourceTest extends TokenSourceScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios();
    }
}
