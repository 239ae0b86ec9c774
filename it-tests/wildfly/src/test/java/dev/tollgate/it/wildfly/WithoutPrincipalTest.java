package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.WithoutPrincipalScenario;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class WithoutPrincipalTest extends WithoutPrincipalScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.sessions();
    }
}
