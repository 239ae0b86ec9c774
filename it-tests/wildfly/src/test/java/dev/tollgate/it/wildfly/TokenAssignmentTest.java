package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.TokenAssignmentScenario;
import dev.tollgate.it.scenarios.custom.NowClient;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class TokenAssignmentTest extends TokenAssignmentScenario {

    TokenAssignmentTest() {
        super(NowClient.class);
    }

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios();
    }
}
