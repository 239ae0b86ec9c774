package dev.tollgate.it.weld;

import dev.tollgate.it.scenarios.AudiencesApartScenario;
import dev.tollgate.it.scenarios.oauth2.ProvenClient;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;

@Tag("oauth2")
@ArquillianTest
class AudiencesApartTest extends AudiencesApartScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios().as(WebArchive.class).addPackage(ProvenClient.class.getPackage());
    }
}
