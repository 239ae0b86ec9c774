package dev.tollgate.it.weld;

import dev.tollgate.it.scenarios.RefreshBeanScenario;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;

@ArquillianTest
class RefreshBeanTest extends RefreshBeanScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios();
    }
}
