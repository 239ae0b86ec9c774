package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.AudiencesScenario;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class AudiencesTest extends AudiencesScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.oauth2();
    }
}
