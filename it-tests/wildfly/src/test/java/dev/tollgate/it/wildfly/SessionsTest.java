package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.SessionsScenario;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class SessionsTest extends SessionsScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.sessions();
    }
}
