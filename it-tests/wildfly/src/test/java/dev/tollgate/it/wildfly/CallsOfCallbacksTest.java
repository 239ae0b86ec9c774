package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.CallsOfCallbacksScenario;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class CallsOfCallbacksTest extends CallsOfCallbacksScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios();
    }
}
