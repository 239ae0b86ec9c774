package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.PrincipalScenario;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class PrincipalTest extends PrincipalScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.principals();
    }
}
