package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.ReturnTypesScenario;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class ReturnTypesTest extends ReturnTypesScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios();
    }
}
