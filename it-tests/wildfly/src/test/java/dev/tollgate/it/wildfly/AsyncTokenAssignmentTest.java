package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.TokenAssignmentScenario;
import dev.tollgate.it.scenarios.custom.LaterClient;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class AsyncTokenAssignmentTest extends TokenAssignmentScenario {

    AsyncTokenAssignmentTest() {
        super(LaterClient.class);
    }

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios();
    }
}
