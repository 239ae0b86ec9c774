package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.HooksScenario;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class HooksTest extends HooksScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios();
    }
}
