package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.AsyncSessionsScenario;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class AsyncSessionsTest extends AsyncSessionsScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.sessions();
    }
}
