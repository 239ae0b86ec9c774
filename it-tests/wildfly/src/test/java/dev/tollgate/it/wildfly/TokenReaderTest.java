package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.TokenReaderScenario;
import dev.tollgate.it.scenarios.custom.NowClient;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class TokenReaderTest extends TokenReaderScenario {

    TokenReaderTest() {
        super(NowClient.class);
    }

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios();
    }
}
