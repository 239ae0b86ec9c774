package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.ConfiguredRolesScenario;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class ConfiguredRolesTest extends ConfiguredRolesScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios();
    }
}
