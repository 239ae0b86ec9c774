package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.CallRoleScenario;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class CallRoleTest extends CallRoleScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios();
    }
}
