package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.AudiencesApartScenario;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class AudiencesApartTest extends AudiencesApartScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.oauth2();
    }
}
