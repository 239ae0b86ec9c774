package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.ShapesScenario;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class ShapesOfBuiltClientTest extends ShapesScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios();
    }

    @Override
    protected <T> T client(Class<T> type) {
        return built(type);
    }
}
