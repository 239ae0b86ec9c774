package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.ExpiryCheckScenario;
import dev.tollgate.it.scenarios.custom.LaterClient;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class AsyncExpiryCheckTest extends ExpiryCheckScenario {

    AsyncExpiryCheckTest() {
        super(LaterClient.class);
    }

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios();
    }
}
