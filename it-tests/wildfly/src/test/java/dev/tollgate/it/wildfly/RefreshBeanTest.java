package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.RefreshBeanScenario;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class RefreshBeanTest extends RefreshBeanScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios();
    }
}
