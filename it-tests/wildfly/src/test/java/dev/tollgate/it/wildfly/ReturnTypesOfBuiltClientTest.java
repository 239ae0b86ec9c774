package dev.tollgate.it.wildfly;

import dev.tollgate.it.scenarios.ReturnTypesScenario;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Archive;

@InWildFly
class ReturnTypesOfBuiltClientTest extends ReturnTypesScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios();
    }

    @Override
    protected <T> T client(Class<T> type) {
        return built(type);
    }
}
