package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.BuiltClientScenario;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class BuiltClientTest extends BuiltClientScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios();
    }
}
