package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.RejectionCheckScenario;
import dev.tollgate.it.scenarios.custom.NowClient;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class RejectionCheckTest extends RejectionCheckScenario {

    RejectionCheckTest() {
        super(NowClient.class);
    }

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios();
    }
}
