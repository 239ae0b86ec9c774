package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.CookiesScenario;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class CookiesTest extends CookiesScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios();
    }
}
