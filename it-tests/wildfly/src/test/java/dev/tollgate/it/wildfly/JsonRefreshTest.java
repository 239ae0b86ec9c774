package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.JsonRefreshScenario;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class JsonRefreshTest extends JsonRefreshScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios();
    }
}
