package dev.tollgate.it.weld;

import dev.tollgate.it.scenarios.MutualTlsScenario;
import dev.tollgate.it.scenarios.oauth2.SealedClient;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;

@Tag("oauth2")
@ArquillianTest
class MutualTlsTest extends MutualTlsScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios().as(WebArchive.class).addPackage(SealedClient.class.getPackage());
    }
}
