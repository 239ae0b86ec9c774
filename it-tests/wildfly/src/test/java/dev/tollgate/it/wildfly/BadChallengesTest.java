package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.BadChallengesScenario;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class BadChallengesTest extends BadChallengesScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios();
    }
}
