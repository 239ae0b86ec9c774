package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.MutualTlsScenario;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class MutualTlsTest extends MutualTlsScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.oauth2();
    }
}
