package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.TokenReaderScenario;
import dev.tollgate.it.scenarios.custom.LaterClient;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class AsyncTokenReaderTest extends TokenReaderScenario {

    AsyncTokenReaderTest() {
        super(LaterClient.class);
    }

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios();
    }
}
