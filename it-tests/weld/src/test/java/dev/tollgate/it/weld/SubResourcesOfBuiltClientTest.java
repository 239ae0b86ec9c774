package dev.tollgate.it.weld;

import dev.tollgate.it.scenarios.SubResourcesScenario;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;

@ArquillianTest
class SubResourcesOfBuiltClientTest extends SubResourcesScenario {

    @Deployment
    static Archive<?> scenarios() {
        return Deployments.scenarios();
    }

    @Override
    protected <T> T client(Class<T> type) {
        return built(type);
    }
}
