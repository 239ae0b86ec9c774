package dev.tollgate.it.weld;

import dev.tollgate.it.scenarios.ExpiryCheckScenario;
import dev.tollgate.it.scenarios.custom.LaterClient;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;

@ArquillianTest
class AsyncExpiryCheckTest extends ExpiryCheckScenario {

    AsyncExpiryCheckTest() {
        super(LaterClient.class);
    }

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios();
    }
}
