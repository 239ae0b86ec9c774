package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.RejectionCheckScenario;
import dev.tollgate.it.scenarios.custom.LaterClient;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class AsyncRejectionCheckTest extends RejectionCheckScenario {

    AsyncRejectionCheckTest() {
        super(LaterClient.class);
    }

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios();
    }
}
