package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.AsyncResolverScenario;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class AsyncResolverTest extends AsyncResolverScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.sessions();
    }
}
