package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.SessionLimitsScenario;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class SessionLimitsTest extends SessionLimitsScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.sessions();
    }
}
