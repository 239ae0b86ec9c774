package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.FallbackScenario;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class FallbackTest extends FallbackScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios();
    }
}
