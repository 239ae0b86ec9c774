package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.HandWrittenFilterScenario;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class HandWrittenFilterTest extends HandWrittenFilterScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios();
    }
}
