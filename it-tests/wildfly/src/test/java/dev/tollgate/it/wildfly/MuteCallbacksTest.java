package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.MuteCallbacksScenario;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class MuteCallbacksTest extends MuteCallbacksScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios();
    }
}
