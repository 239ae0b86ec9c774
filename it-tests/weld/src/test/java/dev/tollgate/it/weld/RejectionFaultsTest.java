package dev.tollgate.it.weld;

import dev.tollgate.it.scenarios.wire.RejectionFaultsScenario;
import dev.tollgate.it.scenarios.wire.WiredClient;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;

@ArquillianTest
class RejectionFaultsTest extends RejectionFaultsScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.wired(WiredClient.class);
    }
}
