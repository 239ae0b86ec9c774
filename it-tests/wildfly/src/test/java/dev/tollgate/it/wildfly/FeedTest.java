package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.FeedScenario;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class FeedTest extends FeedScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios();
    }
}
